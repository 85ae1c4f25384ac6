using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>One line of a bridge: the recurring revenue at the start of a period, its movements, and the revenue at
/// the end, with the number of accounts of each.</summary>
/// <remarks>
/// Immutable; equal by value. <c>Opening + New + Expansion + Contraction + Churn + Reactivation + LateRenewal =
/// Closing</c>, exactly. Contraction and churn are zero or negative. The counts are of movements: with
/// <see cref="BridgeBasis.SumOfMonths"/>, an account that expands twice in a quarter counts twice.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ArrBridge
{
    /// <summary>Gets the period.</summary>
    public required BridgePeriod Period { get; init; }

    /// <summary>Gets the segment, product or site, or <see langword="null"/> for accounts without one, and for lines
    /// that are not grouped.</summary>
    public string? Group { get; init; }

    /// <summary>Gets the recurring revenue at the end of the month before the period; zero or more.</summary>
    public required decimal Opening { get; init => field = Guard.Against.BelowZero(value, nameof(Opening)); }

    /// <summary>Gets the revenue of accounts without revenue before, zero or more.</summary>
    public decimal New { get; init => field = Guard.Against.BelowZero(value, nameof(New)); }

    /// <summary>Gets the increase of accounts with revenue before and after, zero or more.</summary>
    public decimal Expansion { get; init => field = Guard.Against.BelowZero(value, nameof(Expansion)); }

    /// <summary>Gets the decrease of accounts with revenue before and after, zero or negative.</summary>
    public decimal Contraction { get; init => field = Loss(value, nameof(Contraction)); }

    /// <summary>Gets the revenue of accounts that left, zero or negative.</summary>
    public decimal Churn { get; init => field = Loss(value, nameof(Churn)); }

    /// <summary>Gets the revenue of accounts that returned, zero or more.</summary>
    public decimal Reactivation { get; init => field = Guard.Against.BelowZero(value, nameof(Reactivation)); }

    /// <summary>Gets the revenue of accounts that renewed within the grace, at the lower of the expiring and the
    /// booked revenue, zero or more. Revenue above the expiring one is in <see cref="Expansion"/>.</summary>
    public decimal LateRenewal { get; init => field = Guard.Against.BelowZero(value, nameof(LateRenewal)); }

    /// <summary>Gets the number of accounts at the start; zero or more.</summary>
    public long OpeningCount { get; init => field = Guard.Against.BelowZero(value, nameof(OpeningCount)); }

    /// <summary>Gets the number of new accounts; zero or more.</summary>
    public long NewCount { get; init => field = Guard.Against.BelowZero(value, nameof(NewCount)); }

    /// <summary>Gets the number of expansions; zero or more.</summary>
    public long ExpansionCount { get; init => field = Guard.Against.BelowZero(value, nameof(ExpansionCount)); }

    /// <summary>Gets the number of contractions; zero or more.</summary>
    public long ContractionCount { get; init => field = Guard.Against.BelowZero(value, nameof(ContractionCount)); }

    /// <summary>Gets the number of accounts that left; zero or more.</summary>
    public long ChurnCount { get; init => field = Guard.Against.BelowZero(value, nameof(ChurnCount)); }

    /// <summary>Gets the number of accounts that returned; zero or more.</summary>
    public long ReactivationCount { get; init => field = Guard.Against.BelowZero(value, nameof(ReactivationCount)); }

    /// <summary>Gets the number of late renewals; zero or more.</summary>
    public long LateRenewalCount { get; init => field = Guard.Against.BelowZero(value, nameof(LateRenewalCount)); }

    /// <summary>Gets the recurring revenue at the end of the period.</summary>
    public decimal Closing => Opening + NetNew;

    /// <summary>Gets the number of accounts at the end of the period.</summary>
    public long ClosingCount => OpeningCount + NewCount + ReactivationCount + LateRenewalCount - ChurnCount;

    /// <summary>Gets the sum of all movements.</summary>
    public decimal NetNew => New + Expansion + Contraction + Churn + Reactivation + LateRenewal;

    /// <summary>Returns the sum of two lines of the same period whose accounts are different, such as two segments, or
    /// two parts of one segment.</summary>
    /// <param name="other">The other line.</param>
    /// <returns>The sum; it has the group of both lines, or none if they differ.</returns>
    /// <exception cref="ArgumentException">The periods differ, or a sum exceeds the range of a decimal.</exception>
    public ArrBridge Add(ArrBridge other)
    {
        Guard.Against.Null(other);
        return other.Period == Period
            ? Add(other, nameof(other))
            : throw new ArgumentException(
                Invariant($"other had the period {other.Period}; {Period} is expected."), nameof(other));
    }

    /// <summary>Returns the sum of two lines, with the period of this one.</summary>
    internal ArrBridge Add(ArrBridge other, string name)
    {
        try
        {
            return new ArrBridge
            {
                Period = Period,
                Group = Group == other.Group ? Group : null,
                Opening = ShortestDecimal.Sum(Opening, other.Opening),
                New = ShortestDecimal.Sum(New, other.New),
                Expansion = ShortestDecimal.Sum(Expansion, other.Expansion),
                Contraction = ShortestDecimal.Sum(Contraction, other.Contraction),
                Churn = ShortestDecimal.Sum(Churn, other.Churn),
                Reactivation = ShortestDecimal.Sum(Reactivation, other.Reactivation),
                LateRenewal = ShortestDecimal.Sum(LateRenewal, other.LateRenewal),
                OpeningCount = OpeningCount + other.OpeningCount,
                NewCount = NewCount + other.NewCount,
                ExpansionCount = ExpansionCount + other.ExpansionCount,
                ContractionCount = ContractionCount + other.ContractionCount,
                ChurnCount = ChurnCount + other.ChurnCount,
                ReactivationCount = ReactivationCount + other.ReactivationCount,
                LateRenewalCount = LateRenewalCount + other.LateRenewalCount,
            };
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"The sum of the lines of {Period} with openings of {Opening} and {other.Opening}"),
                name,
                overflow);
        }
    }

    /// <summary>Returns the line as an equation. Movements of zero are left out.</summary>
    public override string ToString() => (Group is null ? Period.Name : Period.Name + " " + Group)
        + Invariant($": opening {Opening:#,0.##}")
        + Text("new", New)
        + Text("expansion", Expansion)
        + Text("contraction", Contraction)
        + Text("churn", Churn)
        + Text("reactivation", Reactivation)
        + Text("late renewal", LateRenewal)
        + Invariant($", closing {Closing:#,0.##} ({Plural.Of(ClosingCount, "account")})");

    private static decimal Loss(decimal value, string name) =>
        value <= 0m ? value : throw DomainGuards.OutOfRange(name, value, "zero or less, as lost revenue is,");

    private static string Text(string name, decimal amount) =>
        amount == 0m ? "" : Invariant($", {name} {amount:#,0.##}");
}
