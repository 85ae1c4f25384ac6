using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>The outcome of a deal and its dates: created, entered its stage, expected close and closed. The dates are
/// consistent with each other and with the outcome.</summary>
/// <remarks>
/// Immutable; equal by value. A date that the source does not have is <see langword="null"/>. The default value is an
/// open deal without dates. A deal does not close or enter its stage before it was created, and does not enter a stage
/// after it closed. An expected close may be any day.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct DealTimeline
{
    private readonly int? _statedCycleDays;

    private DealTimeline(
        DealOutcome outcome,
        LocalDate? created,
        LocalDate? stageEntered,
        LocalDate? expectedClose,
        LocalDate? closed,
        int? statedCycleDays)
    {
        Outcome = outcome;
        Created = created;
        StageEntered = stageEntered;
        ExpectedClose = expectedClose;
        Closed = closed;
        _statedCycleDays = statedCycleDays;
    }

    /// <summary>Gets the outcome.</summary>
    public DealOutcome Outcome { get; }

    /// <summary>Gets the day on which the deal was created or its sales process began.</summary>
    public LocalDate? Created { get; }

    /// <summary>Gets the day on which the deal entered its current stage.</summary>
    public LocalDate? StageEntered { get; }

    /// <summary>Gets the day on which the deal is, or was, expected to close.</summary>
    public LocalDate? ExpectedClose { get; }

    /// <summary>Gets the day on which the deal was won or lost; <see langword="null"/> for an open deal.</summary>
    public LocalDate? Closed { get; }

    /// <summary>Gets the sales cycle of a closed deal in days: <c>closed - created</c>, or the stated length if a date
    /// is missing. <see langword="null"/> for an open deal, or if neither is known.</summary>
    public int? CycleDays => Closed is { } closed && Created is { } created
        ? Period.DaysBetween(created, closed)
        : _statedCycleDays;

    /// <summary>Creates the timeline of an open deal.</summary>
    /// <param name="created">The day on which the deal was created, if known.</param>
    /// <param name="stageEntered">The day on which the deal entered its stage, if known.</param>
    /// <param name="expectedClose">The day on which the deal is expected to close, if known.</param>
    /// <returns>The timeline.</returns>
    /// <exception cref="ArgumentException">The stage was entered before the deal was created.</exception>
    public static DealTimeline Open(
        LocalDate? created = null,
        LocalDate? stageEntered = null,
        LocalDate? expectedClose = null) =>
        Checked(new DealTimeline(DealOutcome.Open, created, stageEntered, expectedClose, closed: null, null));

    /// <summary>Creates the timeline of a won deal.</summary>
    /// <param name="created">The day on which the deal was created, if known.</param>
    /// <param name="closed">The day on which the deal was won, if known.</param>
    /// <param name="expectedClose">The day on which the deal had been expected to close, if known.</param>
    /// <param name="cycleDays">The length of the cycle in days as stated by the source, zero or more. It is used if a
    /// date is missing.</param>
    /// <param name="stageEntered">The day on which the deal entered its last stage, if known.</param>
    /// <returns>The timeline.</returns>
    /// <exception cref="ArgumentException">The deal closed before it was created or entered its last stage, or the
    /// cycle is negative.</exception>
    public static DealTimeline Won(
        LocalDate? created = null,
        LocalDate? closed = null,
        LocalDate? expectedClose = null,
        int? cycleDays = null,
        LocalDate? stageEntered = null) =>
        OfClosed(DealOutcome.Won, created, stageEntered, expectedClose, closed, cycleDays);

    /// <summary>Creates the timeline of a lost deal.</summary>
    /// <param name="created">The day on which the deal was created, if known.</param>
    /// <param name="closed">The day on which the deal was lost, if known.</param>
    /// <param name="expectedClose">The day on which the deal had been expected to close, if known.</param>
    /// <param name="cycleDays">The length of the cycle in days as stated by the source, zero or more. It is used if a
    /// date is missing.</param>
    /// <param name="stageEntered">The day on which the deal entered its last stage, if known.</param>
    /// <returns>The timeline.</returns>
    /// <exception cref="ArgumentException">The deal closed before it was created or entered its last stage, or the
    /// cycle is negative.</exception>
    public static DealTimeline Lost(
        LocalDate? created = null,
        LocalDate? closed = null,
        LocalDate? expectedClose = null,
        int? cycleDays = null,
        LocalDate? stageEntered = null) =>
        OfClosed(DealOutcome.Lost, created, stageEntered, expectedClose, closed, cycleDays);

    /// <summary>Returns whether a deal can be created, enter its stage and close on these days.</summary>
    /// <param name="created">The day the deal was created.</param>
    /// <param name="stageEntered">The day the deal entered its stage.</param>
    /// <param name="closed">The day the deal closed.</param>
    /// <returns><see langword="true"/> if the known dates are in order.</returns>
    public static bool IsValid(LocalDate? created, LocalDate? stageEntered, LocalDate? closed) =>
        Conflict(created, stageEntered, closed) is null;

    /// <summary>Returns the age of an open deal in days: <c>asOf - created</c>.</summary>
    /// <param name="asOf">The day on which the age is measured.</param>
    /// <returns>The age in days, or <see langword="null"/> for a closed deal, a deal without a creation date, or one
    /// created after <paramref name="asOf"/>.</returns>
    public int? AgeInDays(LocalDate asOf) =>
        Outcome == DealOutcome.Open && Created is { } created && created <= asOf
            ? Period.DaysBetween(created, asOf)
            : null;

    /// <summary>Returns the outcome and the dates.</summary>
    public override string ToString() => Outcome == DealOutcome.Open
        ? Invariant($"open, created {Words(Created)}, expected {Words(ExpectedClose)}")
        : Invariant($"{(Outcome == DealOutcome.Won ? "won" : "lost")} {Words(Closed)}, created {Words(Created)}");

    private static string Words(LocalDate? date) => date is { } known ? Invariant($"{known:R}") : "on an unknown day";

    private static DealTimeline OfClosed(
        DealOutcome outcome,
        LocalDate? created,
        LocalDate? stageEntered,
        LocalDate? expectedClose,
        LocalDate? closed,
        int? cycleDays)
    {
        if (cycleDays is < 0)
        {
            throw DomainGuards.OutOfRange(nameof(cycleDays), cycleDays, "zero or more");
        }

        // A stated cycle is discarded if the dates determine it. Otherwise timelines with the same dates could be
        // unequal.
        bool isDated = created is not null && closed is not null;
        return Checked(new DealTimeline(
            outcome, created, stageEntered, expectedClose, closed, isDated ? null : cycleDays));
    }

    private static DealTimeline Checked(DealTimeline timeline) =>
        Conflict(timeline.Created, timeline.StageEntered, timeline.Closed) is { } conflict ? throw conflict : timeline;

    private static ArgumentException? Conflict(LocalDate? created, LocalDate? stageEntered, LocalDate? closed)
    {
        if (closed < created)
        {
            return new ArgumentException(
                Invariant($"closed was {closed:R}, before created {created:R}; ")
                    + "a deal closes on or after the day it was created.",
                nameof(closed));
        }

        if (stageEntered < created)
        {
            return new ArgumentException(
                Invariant($"stageEntered was {stageEntered:R}, before created {created:R}; ")
                    + "a deal enters its stage on or after the day it was created.",
                nameof(stageEntered));
        }

        return stageEntered > closed
            ? new ArgumentException(
                Invariant($"stageEntered was {stageEntered:R}, after closed {closed:R}; ")
                    + "a deal enters its stage on or before the day it closed.",
                nameof(stageEntered))
            : null;
    }
}
