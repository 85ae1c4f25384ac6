using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The observations of one stage in stage logs: visits, days and exits.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record StageExposure
{
    /// <summary>Gets the name of the stage.</summary>
    public required string Stage { get; init => field = Guard.Against.Blank(value, nameof(Stage)); }

    /// <summary>Gets the number of visits, open ones included, zero or more. A deal that returns to the stage counts
    /// again.</summary>
    public required int VisitCount { get; init => field = Guard.Against.BelowZero(value, nameof(VisitCount)); }

    /// <summary>Gets the number of these visits whose first day is not known, so that they count from a later day on
    /// and only in the rates that do not depend on the time in the stage. Zero or more.</summary>
    public int LateEntryCount { get; init => field = Guard.Against.BelowZero(value, nameof(LateEntryCount)); }

    /// <summary>Gets the days in the stage over all visits, zero or more: the ends of days at which a deal was still
    /// in it. Frozen days do not count.</summary>
    public required long Days { get; init => field = Guard.Against.BelowZero(value, nameof(Days)); }

    /// <summary>Gets the exits by destination: won, lost, then moves to other stages in their order. A destination
    /// without exits is left out, other than won and lost.</summary>
    public required ValueList<StageExit> Exits { get; init; }

    /// <summary>Gets whether the probabilities of the chain depend on the days in this stage. Otherwise, the stage has
    /// too few exits, and one daily rate applies to each day.</summary>
    public required bool IsTimeDependent { get; init; }

    /// <summary>Gets the number of exits to all destinations.</summary>
    public int ExitCount
    {
        get
        {
            int count = 0;
            foreach (StageExit exit in Exits)
            {
                count += exit.Count;
            }

            return count;
        }
    }

    /// <summary>Returns the stage, its visits, days and exits.</summary>
    public override string ToString() =>
        Invariant($"{Stage}: {Plural.Of(VisitCount, "visit")}, {Plural.Of(Days, "day")}, ")
        + Plural.Of(ExitCount, "exit")
        + (IsTimeDependent ? ", rates by days in the stage" : ", one daily rate");
}
