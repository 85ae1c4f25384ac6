using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>
/// What happened to a deal and when: its outcome, the day it was created, entered its stage, is expected to close
/// and closed. The dates agree with each other and with the outcome.
/// </summary>
/// <remarks>
/// Immutable; equal by value. A date that the source does not have is <see langword="null"/>. The default value is
/// an open deal of which no date is known. A deal does not close, or enter its stage, before it was created, and
/// does not enter a stage after it closed; an expected close may lie anywhere, since plans go wrong.
/// </remarks>
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

    /// <summary>Whether the deal is open, won or lost.</summary>
    public DealOutcome Outcome { get; }

    /// <summary>The day the deal was created, or its sales process began.</summary>
    public LocalDate? Created { get; }

    /// <summary>The day the deal entered the stage it is in.</summary>
    public LocalDate? StageEntered { get; }

    /// <summary>The day the deal is, or was, expected to close.</summary>
    public LocalDate? ExpectedClose { get; }

    /// <summary>The day the deal was won or lost; <see langword="null"/> for an open deal.</summary>
    public LocalDate? Closed { get; }

    /// <summary>
    /// The sales cycle of a closed deal in days: <c>closed - created</c>, or what the source stated where a date is
    /// missing; <see langword="null"/> for an open deal and where neither is known.
    /// </summary>
    public int? CycleDays => Closed is { } closed && Created is { } created
        ? Period.DaysBetween(created, closed)
        : _statedCycleDays;

    /// <summary>An open deal.</summary>
    /// <exception cref="ArgumentException">The stage was entered before the deal was created.</exception>
    public static DealTimeline Open(
        LocalDate? created = null,
        LocalDate? stageEntered = null,
        LocalDate? expectedClose = null) =>
        Checked(new DealTimeline(DealOutcome.Open, created, stageEntered, expectedClose, closed: null, null));

    /// <summary>A won deal.</summary>
    /// <param name="created">The day it was created.</param>
    /// <param name="closed">The day it was won.</param>
    /// <param name="expectedClose">The day it had been expected to close.</param>
    /// <param name="cycleDays">The length of its cycle as the source states it, zero or more days; used where a date
    /// is missing.</param>
    /// <param name="stageEntered">The day it entered its last stage.</param>
    /// <exception cref="ArgumentException">The deal closed before it was created or entered its last stage, or the
    /// cycle is negative.</exception>
    public static DealTimeline Won(
        LocalDate? created = null,
        LocalDate? closed = null,
        LocalDate? expectedClose = null,
        int? cycleDays = null,
        LocalDate? stageEntered = null) =>
        OfClosed(DealOutcome.Won, created, stageEntered, expectedClose, closed, cycleDays);

    /// <summary>A lost deal.</summary>
    /// <param name="created">The day it was created.</param>
    /// <param name="closed">The day it was lost.</param>
    /// <param name="expectedClose">The day it had been expected to close.</param>
    /// <param name="cycleDays">The length of its cycle as the source states it, zero or more days; used where a date
    /// is missing.</param>
    /// <param name="stageEntered">The day it entered its last stage.</param>
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
    /// <returns>Whether the known dates are in order.</returns>
    public static bool IsValid(LocalDate? created, LocalDate? stageEntered, LocalDate? closed) =>
        Conflict(created, stageEntered, closed) is null;

    /// <summary>The age of an open deal in days on a day: <c>asOf - created</c>.</summary>
    /// <returns>The days, or <see langword="null"/> for a closed deal, one whose creation date is unknown, and one
    /// created after <paramref name="asOf"/>.</returns>
    public int? AgeInDays(LocalDate asOf) =>
        Outcome == DealOutcome.Open && Created is { } created && created <= asOf
            ? Period.DaysBetween(created, asOf)
            : null;

    /// <summary>The timeline in words.</summary>
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

        // A stated cycle that the dates overrule is not kept: it would tell deals apart that read alike.
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
                Invariant($"closed was {closed:R}, before created {created:R}; a deal closes on or after the day it was created."),
                nameof(closed));
        }

        if (stageEntered < created)
        {
            return new ArgumentException(
                Invariant($"stageEntered was {stageEntered:R}, before created {created:R}; a deal enters its stage on or after the day it was created."),
                nameof(stageEntered));
        }

        return stageEntered > closed
            ? new ArgumentException(
                Invariant($"stageEntered was {stageEntered:R}, after closed {closed:R}; a deal enters its stage on or before the day it closed."),
                nameof(stageEntered))
            : null;
    }
}
