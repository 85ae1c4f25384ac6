using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>The conventions of bridges, retention rates and cohorts.</summary>
/// <remarks>Immutable; equal by value. Each property has a default, which its comment states.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RetentionOptions
{
    private const int TwelveMonths = 12;

    /// <summary>Gets the options with all defaults.</summary>
    public static RetentionOptions Default { get; } = new();

    /// <summary>Gets the length of the periods of a bridge and of the start periods of cohorts. Default: months.
    /// </summary>
    public ReportInterval Interval { get; init => field = Guard.Against.Undefined(value, nameof(Interval)); }

    /// <summary>Gets the fiscal calendar of quarters and years. Default: the calendar year.</summary>
    public FiscalCalendar Calendar { get; init; }

    /// <summary>Gets how the movements of a period of several months are found. Default: the movements of its months
    /// are summed.</summary>
    public BridgeBasis Basis { get; init => field = Guard.Against.Undefined(value, nameof(Basis)); }

    /// <summary>Gets the property by which lines are grouped. Default: none, one line for all accounts.</summary>
    public RevenueDimension GroupBy { get; init => field = Guard.Against.Undefined(value, nameof(GroupBy)); }

    /// <summary>Gets the first month to report, or <see langword="null"/> for the first month of the history. Earlier
    /// months still determine openings, reactivations and the starts of accounts.</summary>
    public YearMonth? From { get; init; }

    /// <summary>Gets the last month to report, or <see langword="null"/> for the last month of the history.</summary>
    public YearMonth? Through { get; init; }

    /// <summary>Gets when an account that returns counts as reactivated rather than new. Default: always.</summary>
    public ReactivationRule Reactivation { get; init; }

    /// <summary>Gets the months without revenue after which a return is still a late renewal, between 0 and 1,200.
    /// Default: zero, so that there are no late renewals.</summary>
    public int GraceMonths
    {
        get;
        init => field = value is >= 0 and <= 1_200
            ? value
            : throw DomainGuards.OutOfRange(nameof(GraceMonths), value, "0 to 1,200");
    }

    /// <summary>Gets how the revenue of a lapsed account counts in the months of grace. Default: it churns when the
    /// term ends, and a return within the grace is a late renewal.</summary>
    public LapseTreatment Lapse { get; init => field = Guard.Against.Undefined(value, nameof(Lapse)); }

    /// <summary>Gets the months between the start and the end of a closed cohort, between 1 and 1,200. Default:
    /// twelve.</summary>
    public int WindowMonths { get; init => field = Guard.Against.NotMonths(value, nameof(WindowMonths)); }
        = TwelveMonths;

    /// <summary>Gets the months of grace after which a return is not a late renewal, or zero if the revenue is held
    /// during the grace.</summary>
    internal int LateMonths => Lapse == LapseTreatment.Held ? 0 : GraceMonths;

    /// <summary>Gets the months for which the revenue of a lapsed account is held.</summary>
    internal int HeldMonths => Lapse == LapseTreatment.Held ? GraceMonths : 0;

    /// <summary>Returns the conventions.</summary>
    public override string ToString()
    {
        string months = (From, Through) is (null, null)
            ? "all months"
            : (From is { } from ? Invariant($"{from}") : "first month")
                + (Through is { } through ? Invariant($" to {through}") : " to last month");
        return Invariant($"by {Interval} ({Basis}, {Calendar}) and {GroupBy}, {months}, reactivated {Reactivation}, ")
            + Invariant($"grace {Plural.Of(GraceMonths, "month")} ({Lapse}), ")
            + Invariant($"window {Plural.Of(WindowMonths, "month")}");
    }
}

/// <summary>The length of a reported period.</summary>
public enum ReportInterval
{
    /// <summary>A calendar month. The default.</summary>
    Month = 0,

    /// <summary>A quarter of the fiscal year.</summary>
    Quarter = 1,

    /// <summary>A fiscal year.</summary>
    FiscalYear = 2,
}

/// <summary>The way in which the movements of a quarter or a year are found.</summary>
public enum BridgeBasis
{
    /// <summary>The movements of the months are summed: an account that expands and contracts within a quarter has
    /// both movements. Subscription-analytics tools report in this way. The default.</summary>
    SumOfMonths = 0,

    /// <summary>The end of the period is compared with the end of the period before, account by account: both
    /// movements of that account net to one. Finance teams that work from snapshots report in this way.</summary>
    PeriodEnds = 1,
}

/// <summary>The property by which retention is grouped.</summary>
public enum RevenueDimension
{
    /// <summary>No property: all accounts together. The default.</summary>
    None = 0,

    /// <summary>The segment of the account.</summary>
    Segment = 1,

    /// <summary>The product. An account is followed separately in each of its products, so that a second product of an
    /// account is new in its product.</summary>
    Product = 2,

    /// <summary>The site. An account is followed separately at each of its sites.</summary>
    Site = 3,
}

/// <summary>The treatment of an account without revenue in the months of grace.</summary>
public enum LapseTreatment
{
    /// <summary>Churn is recognized when the term ends. A return within the grace is a late renewal, valued at the
    /// lower of the expiring and the booked revenue; revenue above the expiring one is expansion. The default.
    /// </summary>
    Churned = 0,

    /// <summary>The revenue is held during the grace. Churn is recognized when the grace ends; a renewal within it is
    /// an expansion, a contraction or no movement.</summary>
    Held = 1,
}
