using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>Computes when and how deals in a stage end by a <see cref="StageChain"/>, and measures the chain on stage
/// logs.</summary>
/// <remarks>In a frozen period nothing moves, and the time in a stage does not pass: n periods of which k are frozen
/// give the probabilities of <c>n - k</c> periods.</remarks>
public static class StageChainCalculator
{
    /// <summary>The default number of exits that a stage needs for rates that depend on the days in it.</summary>
    public const int DefaultMinimumExits = 50;

    private const int MostPeriods = 100_000;

    /// <summary>Returns the probability that a deal in a stage is won within a number of periods.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="stage">The name of the stage in which the deal is, ignoring case.</param>
    /// <param name="periods">The number of periods, between 0 and 100,000.</param>
    /// <param name="periodsInStage">The number of periods that the deal has been in the stage, zero or more. Default:
    /// zero, it has just entered.</param>
    /// <param name="frozenPeriods">The frozen periods, counted from 1; those after the last period do not matter.
    /// Default: none.</param>
    /// <returns>A fraction between 0 and 1.</returns>
    /// <exception cref="ArgumentException">The chain has no such stage, or a number is outside its range.</exception>
    /// <example><code>
    /// StageChain chain = StageChain.InOrder(
    ///     ["Discovery", "Proposal", "Contract"], [1 / 4d, 1 / 5d, 1 / 3d], [1 / 20d, 1 / 10d, 1 / 15d]);
    /// double free = StageChainCalculator.WonBy(chain, "Discovery", periods: 13);
    /// double frozen = StageChainCalculator.WonBy(chain, "Discovery", 13, frozenPeriods: [10, 11, 12, 13]);
    /// Console.WriteLine($"{free:0.000000}, with a freeze {frozen:0.000000}"); // 0.393441, with a freeze 0.282190
    /// </code></example>
    public static double WonBy(
        StageChain chain,
        string stage,
        int periods,
        int periodsInStage = 0,
        IEnumerable<int>? frozenPeriods = null)
    {
        int at = RequireStage(chain, stage, periods, periodsInStage);
        return After(chain, Moving(periods, frozenPeriods)).Won(at, periodsInStage);
    }

    /// <summary>Returns the probability that a deal in a stage is lost within a number of periods.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="stage">The name of the stage in which the deal is, ignoring case.</param>
    /// <param name="periods">The number of periods, between 0 and 100,000.</param>
    /// <param name="periodsInStage">The number of periods that the deal has been in the stage, zero or more. Default:
    /// zero, it has just entered.</param>
    /// <param name="frozenPeriods">The frozen periods, counted from 1. Default: none.</param>
    /// <returns>A fraction between 0 and 1.</returns>
    /// <exception cref="ArgumentException">The chain has no such stage, or a number is outside its range.</exception>
    public static double LostBy(
        StageChain chain,
        string stage,
        int periods,
        int periodsInStage = 0,
        IEnumerable<int>? frozenPeriods = null)
    {
        int at = RequireStage(chain, stage, periods, periodsInStage);
        return After(chain, Moving(periods, frozenPeriods)).Lost(at, periodsInStage);
    }

    /// <summary>Returns the probabilities that a deal in a stage is won by the end of the first period, the second,
    /// and so on.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="stage">The name of the stage in which the deal is, ignoring case.</param>
    /// <param name="periods">The number of periods, between 0 and 100,000.</param>
    /// <param name="periodsInStage">The number of periods that the deal has been in the stage, zero or more. Default:
    /// zero, it has just entered.</param>
    /// <param name="frozenPeriods">The frozen periods, counted from 1. Default: none.</param>
    /// <returns>A fraction between 0 and 1 for each period.</returns>
    /// <exception cref="ArgumentException">The chain has no such stage, or a number is outside its range.</exception>
    public static ValueList<double> WonByPeriods(
        StageChain chain,
        string stage,
        int periods,
        int periodsInStage = 0,
        IEnumerable<int>? frozenPeriods = null)
    {
        int at = RequireStage(chain, stage, periods, periodsInStage);
        HashSet<int> frozen = Frozen(frozenPeriods);
        var recursion = new ChainRecursion(chain);
        var won = new double[periods];
        for (int period = 1; period <= periods; period++)
        {
            if (!frozen.Contains(period))
            {
                recursion.MoveNext();
            }

            won[period - 1] = recursion.Won(at, periodsInStage);
        }

        return ValueList.Own(won);
    }

    /// <summary>Returns the probabilities that deals are won or lost within a number of periods, for each stage and
    /// each number of periods in it at once.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="periods">The number of periods, between 0 and 100,000.</param>
    /// <param name="frozenPeriods">The frozen periods, counted from 1. Default: none.</param>
    /// <returns>A line for each stage, in order.</returns>
    /// <exception cref="ArgumentException">A number is outside its range.</exception>
    public static ValueList<StageOutlook> Outlook(
        StageChain chain, int periods, IEnumerable<int>? frozenPeriods = null)
    {
        Guard.Against.Null(chain);
        RequirePeriods(periods);
        ChainRecursion recursion = After(chain, Moving(periods, frozenPeriods));
        var outlook = new StageOutlook[chain.Stages.Count];
        for (int i = 0; i < outlook.Length; i++)
        {
            outlook[i] = new StageOutlook
            {
                Stage = chain.Stages[i].Name,
                Won = ValueList.Create(recursion.Won(i)),
                Lost = ValueList.Create(recursion.Lost(i)),
            };
        }

        return ValueList.Own(outlook);
    }

    /// <summary>Returns the probabilities that a deal that enters a stage is ever won or lost, and the mean time to
    /// close.</summary>
    /// <param name="chain">The chain.</param>
    /// <returns>A line for each stage, in order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="chain"/> is null.</exception>
    /// <remarks>With the matrix P of moves between stages, the win probabilities solve <c>(I - P) w = won</c>, and the
    /// mean times <c>(I - P) t = periods in the stage</c> (Kemeny and Snell, Finite Markov Chains, 1960). Stages are
    /// eliminated without a subtraction (Grassmann, Taksar and Heyman 1985), so that each figure has a small relative
    /// error, also if deals return to earlier stages many times. A mean above 1.8 × 10^308 counts as for
    /// ever.</remarks>
    public static ValueList<StageAbsorption> Absorption(StageChain chain)
    {
        Guard.Against.Null(chain);
        var absorption = new ChainAbsorption(chain);
        double[] won = absorption.Won();
        double[] lost = absorption.Lost();
        double?[] periods = absorption.Periods();
        var lines = new StageAbsorption[won.Length];
        for (int i = 0; i < lines.Length; i++)
        {
            lines[i] = new StageAbsorption(chain.Stages[i].Name, won[i], lost[i], periods[i]);
        }

        return ValueList.Own(lines);
    }

    /// <summary>Measures a chain with daily periods on stage logs.</summary>
    /// <param name="stages">The names of the open stages in order, at least one, all different.</param>
    /// <param name="histories">The histories of deals, open and closed, each id once.</param>
    /// <param name="asOf">The day of the estimate. Later facts have no effect: a stage left later is still
    /// open.</param>
    /// <param name="minimumExits">The number of exits with a known entry that a stage needs for rates by days in the
    /// stage, 1 or more. Default: 50.</param>
    /// <param name="confidence">The confidence of the intervals, between 0 and 1, both excluded. Default: 0.95.
    /// </param>
    /// <param name="clock">The freeze windows in which nothing moves; their days do not count. It has no deadline
    /// pulls, since a period of the chain is a whole day. Default: none, calendar days.</param>
    /// <param name="scope">The scope of a deal for the clock, such as <c>DealScope.Of</c> of its opportunity; not
    /// called if the clock has no windows. Default: only the windows for every deal apply.</param>
    /// <returns>The chain and what it was measured on.</returns>
    /// <exception cref="ArgumentException">There is no stage, two have the same name, a history is null or occurs
    /// twice, names another stage or has days out of order, the clock has a pull, <paramref name="scope"/> returns
    /// null, or a number is outside its range.</exception>
    /// <remarks>
    /// <para>The state of a deal is its stage at the end of each day; a stage that it enters and leaves on one day is
    /// passed over. The daily rate of an exit is its count divided by the days in the stage (occurrence and exposure).
    /// Open visits count up to <paramref name="asOf"/>, and a return to an earlier stage is a move as any other. A
    /// visit whose day of entry is unknown counts from the first day on which the log shows the deal.</para>
    /// <para>A stage with enough exits has rates by days in the stage, <c>exits on day d / visits at risk on day
    /// d</c>, so that the chain is semi-Markov there. After the last observed day, the daily rate of the whole stage
    /// applies. A gap in the log, as left by a close that was undone, ends a visit without an exit. A won or lost
    /// deal whose last visit has no known end is excluded and counted
    /// (<see cref="StageChainEstimate.ClosedWithoutDateCount"/>).</para>
    /// <para>Frozen days dilute the rates unless the clock leaves them out. A change on a frozen day counts as one at
    /// the end of the day before the freeze. Use the windows that come after <paramref name="asOf"/> with
    /// <see cref="DealClock.FrozenDays"/>.</para>
    /// </remarks>
    public static StageChainEstimate Measure(
        ReadOnlySpan<string> stages,
        ReadOnlySpan<DealHistory> histories,
        LocalDate asOf,
        int minimumExits = DefaultMinimumExits,
        double confidence = 0.95,
        DealClock? clock = null,
        Func<DealHistory, DealScope>? scope = null)
    {
        if (stages.IsEmpty)
        {
            throw new ArgumentException("stages had no stage; at least one is expected.", nameof(stages));
        }

        Guard.Against.BelowOne(minimumExits);
        Confidence.Require(confidence);
        ValueList<string> names = DomainGuards.RequireDistinct(
            ValueList.Create(stages),
            static stage => Guard.Against.Blank(stage, nameof(stages)),
            nameof(stages),
            "name");
        return StageMeasurement.Measure(
            names, histories, asOf, minimumExits, confidence, new HistoryClock(clock, scope));
    }

    /// <inheritdoc cref="Measure(ReadOnlySpan{string}, ReadOnlySpan{DealHistory}, LocalDate, int, double, DealClock,
    /// Func{DealHistory, DealScope})"/>
    public static StageChainEstimate Measure(
        IEnumerable<string> stages,
        IEnumerable<DealHistory> histories,
        LocalDate asOf,
        int minimumExits = DefaultMinimumExits,
        double confidence = 0.95,
        DealClock? clock = null,
        Func<DealHistory, DealScope>? scope = null) =>
        Measure(stages.AsItems(), histories.AsItems(), asOf, minimumExits, confidence, clock, scope);

    private static ChainRecursion After(StageChain chain, int periods)
    {
        var recursion = new ChainRecursion(chain);
        for (int i = 0; i < periods; i++)
        {
            recursion.MoveNext();
        }

        return recursion;
    }

    private static int RequireStage(StageChain chain, string stage, int periods, int periodsInStage)
    {
        RequirePeriods(periods);
        Guard.Against.BelowZero(periodsInStage);
        return Guard.Against.Null(chain).RequirePosition(stage, nameof(stage));
    }

    private static void RequirePeriods(int periods)
    {
        if (periods is < 0 or > MostPeriods)
        {
            throw DomainGuards.OutOfRange(nameof(periods), periods, "0 to 100,000");
        }
    }

    private static int Moving(int periods, IEnumerable<int>? frozenPeriods)
    {
        int moving = periods;
        foreach (int frozen in Frozen(frozenPeriods))
        {
            moving -= frozen <= periods ? 1 : 0;
        }

        return moving;
    }

    private static HashSet<int> Frozen(IEnumerable<int>? frozenPeriods)
    {
        var frozen = new HashSet<int>();
        foreach (int period in frozenPeriods ?? [])
        {
            frozen.Add(Guard.Against.BelowOne(period, nameof(frozenPeriods)));
        }

        return frozen;
    }
}
