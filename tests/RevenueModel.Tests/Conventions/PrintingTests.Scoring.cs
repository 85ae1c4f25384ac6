using RevenueModel.Statistics;

namespace RevenueModel.Tests.Conventions;

/// <summary>The records of scores and of simulations.</summary>
public partial class PrintingTests
{
    private static IEnumerable<object> ScoringRecords()
    {
        RandomSource source = RandomSource.Of(-1_234_567);
        double[] probabilities = [0.125, 0.5, 0.875, 0.5];
        bool[] outcomes = [false, true, true, false];
        PitInterval pit = PitInterval.Of(0.125, 0.625);
        ReliabilityCurve curve = ReliabilityCalculator.Measure(probabilities, outcomes)!;
        return
        [
            source, source.Trial(1_234), SimulationResult.Of(source, 1_234, [1_234.5, -0.25]),
            SimulationResult.Of(source, 0, []), BrierScoreCalculator.Decompose(probabilities, outcomes)!, curve,
            curve.Points[0], IntervalCoverageCalculator.Measure([0.5], [1.5], [1.25])!, pit,
            PitCalculator.Histogram([pit], 3)!, SkillCalculator.Compare([1.5, 2, 3.25], [2.5, 2.25, 4])!,
            SkillCalculator.Compare([1_234.5], [-1_234.5])!,
        ];
    }
}
