using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>The history of a deal: its visits to stages, its outcome, and the changes of its expected close
/// date.</summary>
/// <remarks>Immutable; equal by value. A log of stage changes is read with the package RevenueModel.Import.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record DealHistory
{
    /// <summary>Gets the id of the deal.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public required string Deal { get; init => field = Guard.Against.Blank(value, nameof(Deal)); }

    /// <summary>Gets the visits to open stages, in order. A deal may skip stages and return to earlier ones.</summary>
    public ValueList<StageEntry> Entries { get; init; }

    /// <summary>Gets the outcome at the end of the history.</summary>
    /// <exception cref="ArgumentException">The value is not defined.</exception>
    public required DealOutcome Outcome { get; init => field = Guard.Against.Undefined(value, nameof(Outcome)); }

    /// <summary>Gets the day of the last win or loss, or <see langword="null"/> if the deal is open.</summary>
    public LocalDate? Closed { get; init; }

    /// <summary>Gets the changes of the expected close date, in order.</summary>
    public ValueList<CloseDateChange> CloseDateChanges { get; init; }

    /// <summary>Gets the number of visits to a stage that the deal had visited before.</summary>
    public int ReEntryCount => Entries.Count
        - Entries.Select(entry => entry.Stage).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    /// <summary>Gets the number of pushes: changes of the expected close date to a later day.</summary>
    public int PushCount => CloseDateChanges.Count(change => change.IsPush);

    /// <summary>Gets the days of all pushes.</summary>
    public int PushedDays => CloseDateChanges.Sum(change => Math.Max(change.Days, 0));

    /// <summary>Returns the number of visits to a stage, ignoring case.</summary>
    /// <param name="stage">The name of the stage.</param>
    /// <returns>The number, zero or more.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stage"/> is null.</exception>
    public int EntryCount(string stage)
    {
        Guard.Against.Null(stage);
        return Entries.Count(entry => NameLookup.Same(entry.Stage, stage));
    }

    /// <summary>Returns the days in a stage over all visits that ended, ignoring case.</summary>
    /// <param name="stage">The name of the stage.</param>
    /// <returns>The days, or <see langword="null"/> if no visit has both days.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stage"/> is null.</exception>
    public int? DaysIn(string stage)
    {
        Guard.Against.Null(stage);
        int? days = null;
        foreach (StageEntry entry in Entries)
        {
            if (NameLookup.Same(entry.Stage, stage) && entry.Days is { } ofVisit)
            {
                days = (days ?? 0) + ofVisit;
            }
        }

        return days;
    }

    /// <summary>Returns the stages and the outcome of a closed deal, for
    /// <see cref="StageConversionCalculator"/>.</summary>
    /// <returns>The history, or <see langword="null"/> if the deal is open or no stage is known.</returns>
    public StageHistory? ToStageHistory() => Outcome == DealOutcome.Open || Entries.IsEmpty
        ? null
        : new StageHistory { Stages = [.. Entries.Select(entry => entry.Stage)], Outcome = Outcome };

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Deal}: {string.Join(" > ", Entries.Select(entry => entry.Stage).Append(Outcome.ToString()))}; ")
            + Invariant($"stages entered again: {ReEntryCount}, pushes of the close date: {PushCount}");
}
