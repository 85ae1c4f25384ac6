using FsCheck.Xunit;
using RevenueModel.Forecasting;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Oracles.Forecasting;
using RevenueModel.Tests.Oracles.Statistics;

namespace RevenueModel.Tests.Forecasting.Timing.Stages;

public class StageChainProperties
{
    private static readonly string[] Names = ["A", "B", "C", "D"];

    [Property(MaxTest = 40)]
    public void WinsAreThoseOfAllPathsInExactFractions(int seed)
    {
        var random = new Random(seed);
        StageChain chain = Chain(random);
        for (int stage = 0; stage < chain.Stages.Count; stage++)
        {
            int inStage = random.Next(0, 4);
            Assert.Equal(
                SurvivalOracle.Number(ChainOracle.Won(chain, stage, inStage, 6)),
                StageChainCalculator.WonBy(chain, Names[stage], 6, inStage),
                1e-14);
        }
    }

    [Property(MaxTest = 40)]
    public void TheOutlookIsThatOfEachStageAndEachTimeInIt(int seed)
    {
        var random = new Random(seed);
        StageChain chain = Chain(random);
        int[] frozen = [random.Next(1, 12), random.Next(1, 30)];
        foreach (StageOutlook outlook in StageChainCalculator.Outlook(chain, 12, frozen))
        {
            for (int inStage = 0; inStage < outlook.Won.Count; inStage++)
            {
                Assert.Equal(
                    StageChainCalculator.WonBy(chain, outlook.Stage, 12, inStage, frozen), outlook.Won[inStage]);
                Assert.Equal(
                    StageChainCalculator.LostBy(chain, outlook.Stage, 12, inStage, frozen), outlook.Lost[inStage]);
                Assert.InRange(outlook.Won[inStage] + outlook.Lost[inStage], 0, 1 + 1e-12);
            }
        }
    }

    [Property(MaxTest = 40)]
    public void AFrozenPeriodNeverMakesAWinLikelierByAnyPeriod(int seed)
    {
        var random = new Random(seed);
        StageChain chain = Chain(random);
        int[] frozen = [random.Next(1, 20)];
        int[] more = [.. frozen, random.Next(1, 20)];
        ValueList<double> one = StageChainCalculator.WonByPeriods(chain, "A", 20, 0, frozen);
        ValueList<double> other = StageChainCalculator.WonByPeriods(chain, "A", 20, 0, more);
        Assert.All(one.Zip(other), pair => Assert.True(pair.Second <= pair.First));
        Assert.Equal(StageChainCalculator.WonBy(chain, "A", 20, 0, more), other[19]);
    }

    [Property(MaxTest = 40)]
    public void AbsorptionIsTheLimitOfManyPeriods(int seed)
    {
        StageChain chain = Chain(new Random(seed));
        foreach (StageAbsorption absorption in StageChainCalculator.Absorption(chain))
        {
            if (absorption.MeanPeriods is not < 200)
            {
                continue;
            }

            Assert.Equal(1, absorption.Won + absorption.Lost, 1e-9);
            Assert.Equal(StageChainCalculator.WonBy(chain, absorption.Stage, 20_000), absorption.Won, 1e-9);
        }
    }

    [Property(MaxTest = 10)]
    public void MeanPeriodsAreTheSumOfTheProbabilitiesOfBeingOpen(int seed)
    {
        StageChain chain = Chain(new Random(seed));
        foreach (StageAbsorption absorption in StageChainCalculator.Absorption(chain))
        {
            if (absorption.MeanPeriods is not < 30)
            {
                continue;
            }

            double sum = 0;
            for (int period = 0; period < 700; period++)
            {
                sum += 1 - StageChainCalculator.WonBy(chain, absorption.Stage, period)
                    - StageChainCalculator.LostBy(chain, absorption.Stage, period);
            }

            Assert.Equal(absorption.MeanPeriods!.Value, sum, 1e-3);
        }
    }

    [Property(MaxTest = 60)]
    public void AbsorptionHasASmallRelativeErrorAlsoInLongLoops(int seed)
    {
        var random = new Random(seed);
        int stages = random.Next(1, 5);
        StageChain chain = StageChain.Of(Enumerable.Range(0, stages).Select(stage => new ChainStage
        {
            Name = Names[stage], Hazards = [RareExit(random, stages, stage)],
        }));
        AssertExact(chain);
    }

    [Property(MaxTest = 60)]
    public void AbsorptionByTimeInStageHasASmallRelativeError(int seed)
    {
        StageChain chain = Chain(new Random(seed));
        if (StageChainCalculator.Absorption(chain).All(absorption => absorption.MeanPeriods is not null))
        {
            AssertExact(chain);
        }
    }

    private static void AssertExact(StageChain chain)
    {
        var exact = ChainOracle.Absorption(chain);
        ValueList<StageAbsorption> absorption = StageChainCalculator.Absorption(chain);
        for (int i = 0; i < exact.Length; i++)
        {
            AssertNear(exact[i].Won, absorption[i].Won);
            AssertNear(exact[i].Lost, absorption[i].Lost);
            AssertNear(exact[i].Periods, absorption[i].MeanPeriods!.Value);
        }
    }

    private static void AssertNear(ExactFraction expected, double actual)
    {
        ExactFraction error = ExactFraction.OfDouble(actual) - expected;
        ExactFraction allowed = expected * ExactFraction.Of(1, 100_000_000_000_000);
        Assert.True(error <= allowed && error >= ExactFraction.Of(0, 1) - allowed, $"{actual} is not near");
    }

    // Exits of 1e-1 to 1e-20, and otherwise moves or a stay.
    private static StageHazards RareExit(Random random, int stages, int stage)
    {
        double won = Math.Pow(10, -random.Next(1, 21)) * (0.5 + (random.NextDouble() / 2));
        double lost = Math.Pow(10, -random.Next(1, 21)) * random.NextDouble();
        var moves = new double[stages];
        double left = random.Next(2) == 0 ? 1 - won - lost : random.NextDouble() * (1 - won - lost);
        for (int to = 0; to < stages; to++)
        {
            double part = to == stage ? 0 : left * random.NextDouble();
            moves[to] = part;
            left -= part;
        }

        return StageHazards.Of(won, lost, moves);
    }

    // Probabilities are multiples of 1/64, so that fractions are exact.
    private static StageChain Chain(Random random)
    {
        int stages = random.Next(1, 5);
        return StageChain.Of(Enumerable.Range(0, stages).Select(stage => new ChainStage
        {
            Name = Names[stage],
            Hazards = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Hazards(random, stages, stage))],
        }));
    }

    private static StageHazards Hazards(Random random, int stages, int stage)
    {
        var moves = new double[stages];
        int left = 64;
        for (int to = 0; to < stages; to++)
        {
            int move = to == stage ? 0 : random.Next(0, Math.Min(left, 20));
            moves[to] = move / 64d;
            left -= move;
        }

        int won = random.Next(0, Math.Min(left, 10));
        return StageHazards.Of(won / 64d, random.Next(0, left - won) / 64d, moves);
    }
}
