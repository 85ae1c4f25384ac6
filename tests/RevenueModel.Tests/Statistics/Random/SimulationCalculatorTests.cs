using FsCheck.Xunit;
using RevenueModel.Statistics;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Statistics;

public class SimulationCalculatorTests
{
    private static readonly RandomSource Source = RandomSource.Of(2026);

    private static double Bookings(RandomTrial trial) =>
        (trial.Occurs(0, 0.3) ? trial.Triangular(1, 10, 20, 60) : 0) + trial.Normal(2, 5, 2);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(16)]
    public void AnyNumberOfThreadsGivesTheSameBits(int threads)
    {
        SimulationResult result = SimulationCalculator.Run(Source, Bookings, 3_001, firstTrial: 77, threads);

        Assert.Equal([.. Enumerable.Range(77, 3_001).Select(i => Bookings(Source.Trial(i)))], result.Values);
        Assert.Equal(SimulationCalculator.Run(Source, Bookings, 3_001, 77), result);
    }

    [Property]
    public bool PartsMergeToTheWholeInAnyOrder(ushort length, ushort one, ushort other)
    {
        int trials = (length % 700) + 1;
        int a = Math.Min(one % trials, other % trials);
        int b = Math.Max(one % trials, other % trials);
        SimulationResult whole = SimulationCalculator.Run(Source, Bookings, trials);
        SimulationResult first = SimulationCalculator.Run(Source, Bookings, a);
        SimulationResult second = SimulationCalculator.Run(Source, Bookings, b - a, firstTrial: a);
        SimulationResult third = SimulationCalculator.Run(Source, Bookings, trials - b, firstTrial: b);
        return first.Merge(second).Merge(third) == whole
            && third.Merge(second).Merge(first) == whole
            && second.Merge(third).Merge(first) == whole;
    }

    [Fact]
    public void OverlapsGapsAndOtherSourcesAreRefused()
    {
        SimulationResult part = SimulationResult.Of(Source, 10, [1, 2, 3]);

        Refusal.With(
            "other was the trials 12 to before 14, which overlaps the trials 10 to before 13; a range that starts "
                + "where the other one ends is expected.",
            () => part.Merge(SimulationResult.Of(Source, 12, [1, 2])));
        Refusal.With(
            "other was the trials 14 to before 15, which leaves a gap to the trials 10 to before 13; a range that "
                + "starts where the other one ends is expected.",
            () => part.Merge(SimulationResult.Of(Source, 14, [1])));
        Refusal.With(
            "other was key 1; a result of the source key 2026 is expected.",
            () => part.Merge(SimulationResult.Of(RandomSource.Of(1), 13, [1])));
        Refusal.By<ArgumentException>("other", () => part.Merge(part));
    }

    [Fact]
    public void TheFirstFailingTrialIsTheOneReported()
    {
        for (int threads = 1; threads <= 4; threads++)
        {
            var failure = Assert.Throws<InvalidOperationException>(() => SimulationCalculator.Run(
                Source,
                static trial => trial.Index % 1_000 == 700
                    ? throw new InvalidOperationException($"trial {trial.Index}")
                    : 1,
                trials: 5_000,
                firstTrial: 0,
                threads));
            Assert.Equal("trial 700", failure.Message);
        }
    }

    // Both trials run at once, and the one that fails last must not replace the first trial, nor the other way round.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void OfTwoTrialsThatFailAtOnceTheFirstIsReported(bool firstFailsFirst)
    {
        using var started = new Barrier(2);
        var failure = Assert.Throws<InvalidOperationException>(() => SimulationCalculator.Run(
            Source,
            trial =>
            {
                Assert.True(started.SignalAndWait(TimeSpan.FromSeconds(30)));
                if (trial.Index == 0 != firstFailsFirst)
                {
                    Thread.Sleep(200);
                }

                throw new InvalidOperationException($"trial {trial.Index}");
            },
            trials: 2,
            threads: 2));
        Assert.Equal("trial 0", failure.Message);
    }

    // A trial can be expensive, so that few of them are shared out too.
    [Fact]
    public void FewTrialsUseAllThreadsAndReportEach()
    {
        using var together = new Barrier(2);
        var progress = new Counts();
        SimulationCalculator.Run(
            Source,
            trial => together.SignalAndWait(TimeSpan.FromSeconds(30)) ? trial.Index : -1,
            trials: 10,
            threads: 2,
            progress: progress);
        Assert.Equal(Enumerable.Range(1, 10), progress.Reported);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void ProgressMovesByAtMostAHundredth(int threads)
    {
        var progress = new Counts();
        SimulationCalculator.Run(Source, static _ => 0, trials: 10_000, threads: threads, progress: progress);
        Assert.All(
            progress.Reported.Prepend(0).Zip(progress.Reported),
            step => Assert.InRange(step.Second - step.First, 1, 100));
    }

    [Fact]
    public void OutcomesThatAreNotFiniteAreRefused() =>
        Refusal.With(
            "outcome was NaN at trial 12; a number between -1E+298 and 1E+298 is expected.",
            () => SimulationCalculator.Run(Source, trial => trial.Index == 12 ? double.NaN : 0, trials: 20));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void ProgressRisesToTheNumberOfTrials(int threads)
    {
        var progress = new Counts();
        SimulationCalculator.Run(Source, Bookings, 2_000, threads: threads, progress: progress);

        Assert.Equal(progress.Reported.Order(), progress.Reported);
        Assert.Equal(2_000, progress.Reported[^1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void ACanceledRunEnds(int threads)
    {
        using var source = new CancellationTokenSource();
        int called = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => SimulationCalculator.Run(
            Source,
            trial =>
            {
                if (Interlocked.Increment(ref called) == 300)
                {
                    source.Cancel();
                }

                return 0;
            },
            trials: 100_000,
            threads: threads,
            cancellation: source.Token));
        Assert.InRange(called, 300, 99_999);
    }

    [Fact]
    public void FiguresAreThoseOfTheOutcomes()
    {
        SimulationResult result = SimulationResult.Of(Source, 0, [2, 4, 4, 4, 5, 5, 7, 9]);

        Assert.Equal(5, result.Mean);
        Assert.Equal(Math.Sqrt(32.0 / 7), result.StandardDeviation!.Value, 15);
        Assert.Equal(Math.Sqrt(32.0 / 7 / 8), result.StandardError!.Value, 15);
        Assert.Equal([2, 2, 4, 5, 9], result.Quantiles(0, 0.125, 0.5, 0.51, 1));
        Assert.Equal(0.25, result.ShareAtLeast(7));
        Assert.Equal((0L, 8L), (result.FirstTrial, result.EndTrial));
        Assert.Equal("8 trials from 0: mean 5 ± 0.7559", result.ToString());
    }

    // The smallest outcome that at least the share does not exceed, by counting in whole numbers.
    [Property]
    public bool AQuantileIsTheSmallestOutcomeThatReachesTheShare(byte[] values, byte share)
    {
        SimulationResult result = SimulationResult.Of(Source, 0, values.Select(value => value / 8.0));
        double[] candidates = [.. result.Values.Order()];
        return values.Length == 0
            ? result.Quantile(share / 255.0) is null
            : result.Quantile(share / 255.0)
                == candidates.First(x => candidates.Count(y => y <= x) * 255 >= share * candidates.Length);
    }

    // Probabilities as they are typed and as they are computed.
    [Fact]
    public void EachHundredthOfEachCountIsExact()
    {
        for (int count = 1; count <= 300; count++)
        {
            int[] sorted = [.. Enumerable.Range(1, count)];
            SimulationResult result = SimulationResult.Of(Source, 0, sorted.Select(i => (double)i));
            for (int hundredths = 0; hundredths <= 100; hundredths++)
            {
                int expected = Math.Max(((hundredths * count) + 99) / 100, 1);
                Assert.Equal(expected, result.Quantile(hundredths / 100.0));
                Assert.Equal(expected, result.Quantile(1 - ((100 - hundredths) / 100.0)));
                Assert.Equal(
                    expected,
                    QuantileCalculator.Quantile(sorted, hundredths / 100m, QuantileMethod.NearestRank));
            }
        }

        Assert.Equal(2m, QuantileCalculator.Quantile([1, 2, 3], 2 / 3m, QuantileMethod.NearestRank));
        Assert.Equal(3m, QuantileCalculator.Quantile([1, 2, 3], 0.6666667m, QuantileMethod.NearestRank));
    }

    [Fact]
    public void FiguresOfExtremeOutcomesAreFinite()
    {
        double[] small = [1e-200, 3e-200];
        double[] large = [1e298, -1e298];
        Assert.Equal(Math.Sqrt(2), SimulationResult.Of(Source, 0, small).StandardDeviation!.Value / 1e-200, 1e-14);
        Assert.Equal(Math.Sqrt(2), SimulationResult.Of(Source, 0, large).StandardDeviation!.Value / 1e298, 1e-14);
        Assert.Equal(0, SimulationResult.Of(Source, 0, large).Mean);
        Assert.Equal(
            Math.Sqrt(2), SimulationResult.Of(Source, 0, [1e200, -1e200]).StandardDeviation!.Value / 1e200, 1e-14);
        Assert.Equal(0, SimulationResult.Of(Source, 0, [5, 5]).StandardDeviation);
        Assert.Equal(5e-324, SimulationResult.Of(Source, 0, [5e-324, 1e-323]).StandardDeviation);
        Refusal.With(
            "values was 1E+308 at 0; a number between -1E+298 and 1E+298 is expected.",
            () => SimulationResult.Of(Source, 0, [1e308, 1.7e308]));
        Refusal.By<ArgumentOutOfRangeException>(
            "outcome", () => SimulationCalculator.Run(Source, static _ => -1e299, trials: 1));
    }

    [Property]
    public bool ManyPartsMergeInAnyOrder(byte[] lengths, int seed)
    {
        long first = 100;
        var parts = new List<SimulationResult>();
        foreach (byte length in (byte[])[.. lengths, 3])
        {
            parts.Add(SimulationCalculator.Run(Source, Bookings, length % 8, first));
            first = parts[^1].EndTrial;
        }

        SimulationResult whole = SimulationCalculator.Run(Source, Bookings, (int)(first - 100), 100);
        parts.Add(SimulationResult.Of(Source, 100 + (first - 100) / 2, []));
        SimulationResult[] shuffled = [.. parts];
        new Random(seed).Shuffle(shuffled);
        return SimulationCalculator.Merge(shuffled) == whole && SimulationCalculator.Merge(shuffled.ToList()) == whole;
    }

    [Fact]
    public void PartsThatAreNotOneRangeAreRefused()
    {
        SimulationResult part = SimulationResult.Of(Source, 10, [1, 2, 3]);
        Refusal.By<ArgumentException>("parts", () => SimulationCalculator.Merge());
        Refusal.By<ArgumentNullException>("parts", () => SimulationCalculator.Merge(part, null!));
        Refusal.With(
            "parts was the trials 14 to before 15, which leaves a gap to the trials 10 to before 13; a range that "
                + "starts where the other one ends is expected.",
            () => SimulationCalculator.Merge(SimulationResult.Of(Source, 14, [1]), part));
        Refusal.By<ArgumentException>(
            "parts", () => SimulationCalculator.Merge(part, SimulationResult.Of(Source, 12, [1])));
        Refusal.By<ArgumentException>("parts", () => SimulationCalculator.Merge(part, part));
        Refusal.By<ArgumentException>(
            "parts", () => SimulationCalculator.Merge(part, SimulationResult.Of(Source, 14, [])));
        Refusal.By<ArgumentOutOfRangeException>(
            "parts", () => SimulationCalculator.Merge(part, SimulationResult.Of(RandomSource.Of(1), 13, [1])));
    }

    [Fact]
    public void ARangeWithoutTrialsInsideAnotherChangesNothing()
    {
        SimulationResult part = SimulationResult.Of(Source, 10, [1, 2, 3]);
        for (int at = 10; at <= 13; at++)
        {
            SimulationResult none = SimulationResult.Of(Source, at, []);
            Assert.Equal(part, part.Merge(none));
            Assert.Equal(part, none.Merge(part));
        }

        Refusal.By<ArgumentException>("other", () => part.Merge(SimulationResult.Of(Source, 14, [])));
    }

    [Fact]
    public void WithoutTrialsThereAreNoFigures()
    {
        SimulationResult none = SimulationCalculator.Run(Source, Bookings, 0, firstTrial: 5);

        Assert.Equal((null, null, null), (none.Mean, none.StandardDeviation, none.StandardError));
        Assert.Null(none.Quantile(0.5));
        Assert.Null(none.ShareAtLeast(0));
        Assert.Equal(SimulationResult.Of(Source, 5, [1]), none.Merge(SimulationResult.Of(Source, 5, [1])));
        Assert.Equal(SimulationResult.Of(Source, 4, [1]), none.Merge(SimulationResult.Of(Source, 4, [1])));
        Assert.Null(SimulationResult.Of(Source, 0, [1]).StandardError);
    }

    [Fact]
    public void ArgumentsOutOfRangeAreRefused()
    {
        Refusal.By<ArgumentOutOfRangeException>("trials", () => SimulationCalculator.Run(Source, Bookings, -1));
        Refusal.By<ArgumentOutOfRangeException>("firstTrial", () => SimulationCalculator.Run(Source, Bookings, 1, -1));
        Refusal.By<ArgumentOutOfRangeException>(
            "firstTrial", () => SimulationCalculator.Run(Source, Bookings, 1, long.MaxValue));
        Refusal.By<ArgumentOutOfRangeException>(
            "threads", () => SimulationCalculator.Run(Source, Bookings, 1, threads: 0));
        Refusal.By<ArgumentNullException>("outcome", () => SimulationCalculator.Run(Source, null!, 1));
        Refusal.By<ArgumentOutOfRangeException>(
            "values", () => SimulationResult.Of(Source, 0, [double.PositiveInfinity]));
        Refusal.By<ArgumentOutOfRangeException>("firstTrial", () => SimulationResult.Of(Source, -1, [1]));
        Refusal.By<ArgumentOutOfRangeException>(
            "probability", () => SimulationResult.Of(Source, 0, [1]).Quantile(double.NaN));
    }

    private sealed class Counts : IProgress<int>
    {
        public List<int> Reported { get; } = [];

        public void Report(int value) => Reported.Add(value);
    }
}
