using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>Measures how long deals take from creation to close, won and lost, from what was known on one
/// day.</summary>
public static class CloseTimingCalculator
{
    /// <summary>Measures the time to close of all deals.</summary>
    /// <param name="opportunities">The deals, open and closed.</param>
    /// <param name="asOf">The day of the estimate. Later facts have no effect: a deal created later is excluded, and
    /// a deal closed later is open.</param>
    /// <param name="clock">The freeze windows and deadlines of the past. Default: none, calendar days.</param>
    /// <param name="scope">The scope of a deal for the clock. Default: its account, segment and regulation.</param>
    /// <param name="observedFrom">The first day on which deals are observed: deals that closed before are left out,
    /// and older ones enter at their age on it. Default: the whole history. It is for a source that did not record
    /// earlier closes, and for an estimate of the recent past only.</param>
    /// <returns>The estimate, and the number of deals that are excluded, by reason.</returns>
    /// <exception cref="ArgumentException">A deal is null, or <paramref name="scope"/> returns null.</exception>
    /// <remarks>A deal that closes on the day on which it was created closes at time zero and counts. Open deals are
    /// censored at their age at the end of <paramref name="asOf"/>: leaving them out would overstate how fast and how
    /// often deals are won.</remarks>
    /// <example><code>
    /// LocalDate january = new(2027, 1, 4);
    /// Opportunity[] deals =
    /// [
    ///     new() { Id = "A", Stage = "Won", Timeline = DealTimeline.Won(january, january.PlusDays(20)) },
    ///     new() { Id = "B", Stage = "Lost", Timeline = DealTimeline.Lost(january, january.PlusDays(30)) },
    ///     new() { Id = "C", Stage = "Won", Timeline = DealTimeline.Won(january, january.PlusDays(60)) },
    ///     new() { Id = "D", Stage = "Proposal", Timeline = DealTimeline.Open(january.PlusDays(20)) },
    /// ];
    /// CloseTiming timing = CloseTimingCalculator.Measure(deals, asOf: january.PlusDays(90));
    /// Console.WriteLine(timing.WinProbability(age: 35, days: 40)); // 0.5
    /// </code></example>
    public static CloseTiming Measure(
        ReadOnlySpan<Opportunity> opportunities,
        LocalDate asOf,
        DealClock? clock = null,
        Func<Opportunity, DealScope>? scope = null,
        LocalDate? observedFrom = null) =>
        TimingTally.Count(opportunities, asOf, observedFrom, new ClockLines(clock, scope));

    /// <inheritdoc cref="Measure(ReadOnlySpan{Opportunity}, LocalDate, DealClock,
    /// Func{Opportunity, DealScope}, LocalDate?)"/>
    public static CloseTiming Measure(
        IEnumerable<Opportunity> opportunities,
        LocalDate asOf,
        DealClock? clock = null,
        Func<Opportunity, DealScope>? scope = null,
        LocalDate? observedFrom = null) =>
        Measure(opportunities.AsItems(), asOf, clock, scope, observedFrom);

    /// <summary>Measures the time to close by segment, each segment from its own deals.</summary>
    /// <param name="opportunities">The deals, open and closed.</param>
    /// <param name="asOf">The day of the estimate; later facts have no effect.</param>
    /// <param name="clock">The freeze windows and deadlines. Default: none, calendar days.</param>
    /// <param name="scope">The scope of a deal for the clock. Default: its account, segment and regulation.</param>
    /// <param name="observedFrom">The first day on which deals are observed: deals that closed before are left out,
    /// and older ones enter at their age on it. Default: the whole history. It is for a source that did not record
    /// earlier closes, and for an estimate of the recent past only.</param>
    /// <returns>A line for each segment in the order of names; deals without a segment are last.</returns>
    /// <exception cref="ArgumentException">A deal is null, or <paramref name="scope"/> returns null.</exception>
    public static ValueList<Keyed<string?, CloseTiming>> BySegment(
        ReadOnlySpan<Opportunity> opportunities,
        LocalDate asOf,
        DealClock? clock = null,
        Func<Opportunity, DealScope>? scope = null,
        LocalDate? observedFrom = null) =>
        By(
            opportunities,
            asOf,
            static opportunity => opportunity.Segment,
            StringComparer.Ordinal,
            clock,
            scope,
            observedFrom);

    /// <inheritdoc cref="BySegment(ReadOnlySpan{Opportunity}, LocalDate, DealClock,
    /// Func{Opportunity, DealScope}, LocalDate?)"/>
    public static ValueList<Keyed<string?, CloseTiming>> BySegment(
        IEnumerable<Opportunity> opportunities,
        LocalDate asOf,
        DealClock? clock = null,
        Func<Opportunity, DealScope>? scope = null,
        LocalDate? observedFrom = null) =>
        BySegment(opportunities.AsItems(), asOf, clock, scope, observedFrom);

    /// <summary>Measures the time to close by any property of a deal, each group from its own deals.</summary>
    /// <typeparam name="TKey">The type of the property.</typeparam>
    /// <param name="opportunities">The deals, open and closed.</param>
    /// <param name="asOf">The day of the estimate; later facts have no effect.</param>
    /// <param name="key">The property by which deals are grouped. The group of <see langword="null"/> is last.</param>
    /// <param name="order">The order of the groups. Default: the order of the type.</param>
    /// <param name="clock">The freeze windows and deadlines. Default: none, calendar days.</param>
    /// <param name="scope">The scope of a deal for the clock. Default: its account, segment and regulation.</param>
    /// <param name="observedFrom">The first day on which deals are observed: deals that closed before are left out,
    /// and older ones enter at their age on it. Default: the whole history. It is for a source that did not record
    /// earlier closes, and for an estimate of the recent past only.</param>
    /// <returns>A line for each group.</returns>
    /// <exception cref="ArgumentException">A deal is null, or <paramref name="scope"/> returns null.</exception>
    public static ValueList<Keyed<TKey, CloseTiming>> By<TKey>(
        ReadOnlySpan<Opportunity> opportunities,
        LocalDate asOf,
        Func<Opportunity, TKey> key,
        IComparer<TKey>? order = null,
        DealClock? clock = null,
        Func<Opportunity, DealScope>? scope = null,
        LocalDate? observedFrom = null)
    {
        var lines = new ClockLines(clock, scope);
        return OpportunityGroups.Measure(
            opportunities, static _ => true, key, order, group => TimingTally.Count(group, asOf, observedFrom, lines));
    }

    /// <inheritdoc cref="By{TKey}(ReadOnlySpan{Opportunity}, LocalDate, Func{Opportunity, TKey}, IComparer{TKey},
    /// DealClock, Func{Opportunity, DealScope}, LocalDate?)"/>
    public static ValueList<Keyed<TKey, CloseTiming>> By<TKey>(
        IEnumerable<Opportunity> opportunities,
        LocalDate asOf,
        Func<Opportunity, TKey> key,
        IComparer<TKey>? order = null,
        DealClock? clock = null,
        Func<Opportunity, DealScope>? scope = null,
        LocalDate? observedFrom = null) =>
        By(opportunities.AsItems(), asOf, key, order, clock, scope, observedFrom);

    /// <summary>Weights the estimates of groups towards the estimate of all groups, so that those of small groups do
    /// not depend on a few deals.</summary>
    /// <typeparam name="TKey">The type of the group.</typeparam>
    /// <param name="timings">The estimates of <see cref="BySegment(ReadOnlySpan{Opportunity}, LocalDate, DealClock,
    /// Func{Opportunity, DealScope}, LocalDate?)"/> or of another grouping, all of one day and each of its own
    /// deals.</param>
    /// <returns>The estimates in the same order, each with its credibility.</returns>
    /// <exception cref="ArgumentException">The estimates are of different days, or one is weighted
    /// already.</exception>
    /// <remarks>
    /// The deals of the other groups are added to those of a group with a weight that makes their closed deals count
    /// as k deals. A group with n closed deals then has the weight <c>n / (n + k)</c>, as in the Bühlmann-Straub
    /// model. k is the smaller credibility coefficient (<see cref="CredibilityEstimate.Coefficient"/>, at most 10^9)
    /// of two rates of the groups: the share of closed deals that are won, and the share of closed deals that closed
    /// by the median time of all closed deals. If neither differs beyond chance, k is <see langword="null"/> and each
    /// group has the estimate of all deals.
    /// </remarks>
    public static ValueList<Keyed<TKey, CloseTiming>> Credible<TKey>(ReadOnlySpan<Keyed<TKey, CloseTiming>> timings)
    {
        var own = new CloseTiming[timings.Length];
        for (int i = 0; i < own.Length; i++)
        {
            own[i] = Guard.Against.Null(timings[i].Value, nameof(timings));
            if (own[i].AsOf != own[0].AsOf || own[i].Credibility is not null)
            {
                throw DomainGuards.OutOfRange(
                    nameof(timings),
                    own[i],
                    Invariant($"an estimate as of {own[0].AsOf:R} that is not weighted yet"));
            }
        }

        CloseTiming[] weighted = CredibleTables.Weight(own);
        var lines = new Keyed<TKey, CloseTiming>[own.Length];
        for (int i = 0; i < lines.Length; i++)
        {
            lines[i] = new Keyed<TKey, CloseTiming>(timings[i].Key, weighted[i]);
        }

        return ValueList.Own(lines);
    }

    /// <inheritdoc cref="Credible{TKey}(ReadOnlySpan{Keyed{TKey, CloseTiming}})"/>
    public static ValueList<Keyed<TKey, CloseTiming>> Credible<TKey>(IEnumerable<Keyed<TKey, CloseTiming>> timings) =>
        Credible(timings.AsItems());

    /// <summary>Returns the probabilities that a deal open at an age is won, lost or open after some days, with the
    /// confidence interval of a win.</summary>
    /// <param name="timing">The estimate.</param>
    /// <param name="age">The age in clock days at the end of the day; zero or more.</param>
    /// <param name="days">The horizon in clock days; zero or more.</param>
    /// <param name="interval">How the interval is computed. Default: log-log.</param>
    /// <param name="confidence">The confidence, between 0 and 1, both excluded. Default: 0.95.</param>
    /// <returns>The probabilities, equal to those of <see cref="CloseTiming.Probability"/>.</returns>
    /// <exception cref="ArgumentException">A number is outside its range, NaN or infinite, or an option is
    /// undefined.</exception>
    /// <remarks>The interval is that of the Aalen-Johansen estimate from the deals still open after the age, with
    /// Aalen's variance, so that it contains the uncertainty of later steps only. It is <see langword="null"/> if it
    /// is undefined, as the log-log interval of a probability of 0 or 1 is.</remarks>
    public static CloseProbability Probability(
        CloseTiming timing,
        double age,
        double days,
        SurvivalIntervalKind interval = SurvivalIntervalKind.LogLog,
        double confidence = 0.95)
    {
        Guard.Against.Null(timing);
        CloseProbability probability = timing.Probability(age, days);
        SurvivalTable? later = timing.Table is null ? null : CloseCurve.After(timing.Table, CloseCurve.EndOf(age));
        if (later is null)
        {
            Guard.Against.Undefined(interval);
            Confidence.Require(confidence);
            return probability;
        }

        CumulativeIncidence incidence = CumulativeIncidenceCalculator.Measure(
            later, IncidenceVariance.Aalen, interval, confidence);
        double end = CloseCurve.EndOf(age + days);
        ConfidenceInterval? limits = null;
        foreach (IncidenceStep step in incidence.Steps)
        {
            if ((double)step.Time > end)
            {
                break;
            }

            limits = step.Causes[0].Interval;
        }

        return probability with { Interval = limits };
    }
}
