using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The definition of a bill shock: a bill at or above a multiple of a reference bill, and above the reference
/// by a minimum amount.</summary>
/// <remarks>
/// Immutable; equal by value. The default value is three times the mean of up to twelve earlier bills, without a
/// minimum amount. The multiple of three is published ("bills triple", iPaaS 2027, sections 2.3 and 7.1).
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct BillShockRule
{
    /// <summary>The published multiple (iPaaS 2027, sections 2.3 and 7.1).</summary>
    public const decimal PublishedMultiple = 3m;

    private const int MonthsOfAYear = 12;

    private readonly decimal _multipleLessPublished; // so that the default value is the published rule
    private readonly int _windowLessAYear;

    private BillShockRule(BillReference reference, int window, decimal multiple)
    {
        Reference = Guard.Against.Undefined(reference);
        _windowLessAYear = Guard.Against.BelowOne(window) - MonthsOfAYear;
        _multipleLessPublished = RequireMultiple(multiple) - PublishedMultiple;
    }

    /// <summary>Gets the reference with which a bill is compared.</summary>
    public BillReference Reference { get; }

    /// <summary>Gets the largest number of bills of a trailing mean, or <see langword="null"/> for another
    /// reference.</summary>
    public int? Window => Reference == BillReference.TrailingMean ? _windowLessAYear + MonthsOfAYear : null;

    /// <summary>Gets the multiple of the reference from which a bill is a shock, above one.</summary>
    public decimal Multiple => _multipleLessPublished + PublishedMultiple;

    /// <summary>Gets the smallest increase over the reference, in money, from which a bill is a shock; zero or more.
    /// Default: zero, which is no minimum.</summary>
    /// <exception cref="ArgumentException">The value is negative.</exception>
    /// <remarks>
    /// A bill of 3.60 after bills of 1.20 is three times as much, but no surprise. A shock has to meet both
    /// conditions: <c>bill ≥ multiple × reference</c> and <c>bill - reference ≥ minimum increase</c>.
    /// </remarks>
    public decimal MinIncrease { get; init => field = Guard.Against.BelowZero(value, nameof(MinIncrease)); }

    /// <summary>Creates a rule with a multiple of a reference. A trailing mean has up to twelve bills.</summary>
    /// <param name="multiple">The multiple from which a bill is a shock, above one.</param>
    /// <param name="reference">The reference with which a bill is compared. Default: the trailing mean.</param>
    /// <param name="minIncrease">The smallest increase over the reference, in money, zero or more. Default:
    /// zero.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static BillShockRule Of(
        decimal multiple, BillReference reference = BillReference.TrailingMean, decimal minIncrease = 0m) =>
        new(reference, MonthsOfAYear, multiple) { MinIncrease = Guard.Against.BelowZero(minIncrease) };

    /// <summary>Creates a rule with a multiple of the mean of earlier bills.</summary>
    /// <param name="window">The largest number of bills of the mean, one or more.</param>
    /// <param name="multiple">The multiple from which a bill is a shock, above one. Default: three, as
    /// published.</param>
    /// <param name="minIncrease">The smallest increase over the reference, in money, zero or more. Default:
    /// zero.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static BillShockRule OfTrailingMean(
        int window, decimal multiple = PublishedMultiple, decimal minIncrease = 0m) =>
        new(BillReference.TrailingMean, window, multiple) { MinIncrease = Guard.Against.BelowZero(minIncrease) };

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"{Multiple:0.######}x ") + (Reference switch
    {
        BillReference.PreviousBill => "the previous bill",
        BillReference.FirstBill => "the first bill",
        BillReference.Median => "the median bill",
        _ => Invariant($"the mean of up to {Window} earlier bills"),
    }) + (MinIncrease > 0m ? Invariant($" and {MinIncrease:#,0.00####} more") : "");

    /// <summary>Returns whether a bill is a shock compared with the mean of <paramref name="count"/> bills with the
    /// sum <paramref name="sum"/>, above zero.</summary>
    /// <exception cref="OverflowException">A product is too large for a decimal.</exception>
    /// <remarks>Compares products, so that rounding of the mean has no influence.</remarks>
    internal bool IsShock(decimal bill, decimal sum, int count) =>
        DivisionNoise.Reaches(bill * count, Multiple * sum)
        && (MinIncrease == 0m || DivisionNoise.Reaches((bill * count) - sum, MinIncrease * count));

    /// <summary>Returns whether an amount is a multiple of a reference, and above it by a minimum, up to rounding
    /// noise.</summary>
    /// <exception cref="OverflowException">A product is too large for a decimal.</exception>
    internal static bool IsShock(decimal amount, decimal reference, decimal multiple, decimal minIncrease) =>
        DivisionNoise.Reaches(amount, multiple * reference)
        && (minIncrease == 0m || DivisionNoise.Reaches(amount - reference, minIncrease));

    /// <summary>Returns the bill from which a bill is a shock compared with the mean of <paramref name="count"/> bills
    /// with the sum <paramref name="sum"/>.</summary>
    /// <exception cref="OverflowException">The bound is too large for a decimal.</exception>
    internal decimal BoundOf(decimal sum, int count) =>
        Math.Max(Multiple * sum / count, (sum / count) + MinIncrease);

    /// <summary>Rejects a multiple that an unchanged bill would reach.</summary>
    internal static decimal RequireMultiple(
        decimal multiple,
        [CallerArgumentExpression(nameof(multiple))] string name = "") =>
        multiple > 1m ? multiple : throw DomainGuards.OutOfRange(name, multiple, "more than 1");
}
