using System.Runtime.CompilerServices;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>When a bill is a shock: at or above a multiple of a reference bill, and above the reference by a minimum
/// amount.</summary>
/// <remarks>Immutable; equal by value. The default value is three times the mean of up to twelve bills before, without a
/// minimum amount; three is published ("bills triple", iPaaS 2027, sections 2.3 and 7.1).</remarks>
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

    /// <summary>What a bill is compared with.</summary>
    public BillReference Reference { get; }

    /// <summary>The most bills that a trailing mean is of, or <see langword="null"/> where the reference is
    /// another.</summary>
    public int? Window => Reference == BillReference.TrailingMean ? _windowLessAYear + MonthsOfAYear : null;

    /// <summary>The multiple of the reference from which a bill is a shock, above one.</summary>
    public decimal Multiple => _multipleLessPublished + PublishedMultiple;

    /// <summary>Gets the smallest increase over the reference, in money, from which a bill is a shock; zero or more.
    /// Default: zero, which is no minimum.</summary>
    /// <remarks>A bill of 3.60 after bills of 1.20 is three times as much, and nobody is surprised by it. Both conditions
    /// hold for a shock: <c>bill ≥ multiple × reference</c> and <c>bill - reference ≥ minimum increase</c>.</remarks>
    /// <exception cref="ArgumentException">The value is negative.</exception>
    public decimal MinIncrease { get; init => field = Guard.Against.BelowZero(value, nameof(MinIncrease)); }

    /// <summary>A rule by a multiple of a reference; a trailing mean is of up to twelve bills.</summary>
    /// <param name="multiple">The multiple from which a bill is a shock, above one.</param>
    /// <param name="reference">What a bill is compared with; the trailing mean unless said.</param>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static BillShockRule Of(decimal multiple, BillReference reference = BillReference.TrailingMean) =>
        new(reference, MonthsOfAYear, multiple);

    /// <summary>A rule by a multiple of the mean of the bills before.</summary>
    /// <param name="window">The most bills that the mean is of, one or more.</param>
    /// <param name="multiple">The multiple from which a bill is a shock, above one.</param>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static BillShockRule OfTrailingMean(int window, decimal multiple = PublishedMultiple) =>
        new(BillReference.TrailingMean, window, multiple);

    /// <summary>The rule in words.</summary>
    public override string ToString() => Invariant($"{Multiple:0.######}x ") + (Reference switch
    {
        BillReference.PreviousBill => "the previous bill",
        BillReference.FirstBill => "the first bill",
        BillReference.Median => "the median bill",
        _ => Invariant($"the mean of up to {Window} bills before"),
    }) + (MinIncrease > 0m ? Invariant($" and {MinIncrease:#,0.00####} more") : "");

    /// <summary>Returns whether a bill is a shock against the mean of <paramref name="count"/> bills that sum to
    /// <paramref name="sum"/>, above zero.</summary>
    /// <remarks>Compares products, so that the rounding of the mean has no influence.</remarks>
    /// <exception cref="OverflowException">A product is too large for a decimal.</exception>
    internal bool IsShock(decimal bill, decimal sum, int count) =>
        DivisionNoise.Reaches(bill * count, Multiple * sum)
        && (MinIncrease == 0m || DivisionNoise.Reaches((bill * count) - sum, MinIncrease * count));

    /// <summary>Returns whether an amount is a multiple of a reference, and above it by a minimum, up to rounding noise
    /// of divisions.</summary>
    /// <exception cref="OverflowException">A product is too large for a decimal.</exception>
    internal static bool IsShock(decimal amount, decimal reference, decimal multiple, decimal minIncrease) =>
        DivisionNoise.Reaches(amount, multiple * reference)
        && (minIncrease == 0m || DivisionNoise.Reaches(amount - reference, minIncrease));

    /// <summary>Returns the bill from which a bill is a shock against the mean of <paramref name="count"/> bills that
    /// sum to <paramref name="sum"/>.</summary>
    /// <exception cref="OverflowException">The bound is too large for a decimal.</exception>
    internal decimal BoundOf(decimal sum, int count) =>
        Math.Max(Multiple * sum / count, (sum / count) + MinIncrease);

    /// <summary>Refuses a multiple that a bill which does not change would reach.</summary>
    internal static decimal RequireMultiple(
        decimal multiple,
        [CallerArgumentExpression(nameof(multiple))] string name = "") =>
        multiple > 1m ? multiple : throw DomainGuards.OutOfRange(name, multiple, "more than 1");
}
