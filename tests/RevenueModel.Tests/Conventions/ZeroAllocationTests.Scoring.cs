using RevenueModel.Statistics;

namespace RevenueModel.Tests.Conventions;

/// <summary>Random numbers and scores.</summary>
public partial class ZeroAllocationTests
{
    private static readonly RandomSource Source = RandomSource.Of(1);
    private static readonly uint[] Words = new uint[1_001];
    private static readonly ulong[] LongWords = new ulong[1_001];
    private static readonly double[] Draws = new double[1_001];
    private static readonly double[] Points = [0.25, 0.5, 0.75];
    private static readonly double[] Masses = [0.25, 0.25, 0.5];

    private static readonly Dictionary<string, Action> Scoring = new(StringComparer.Ordinal)
    {
        ["RandomSource"] = DrawNumbers,
        ["RandomTrial.Bulk"] = DrawSpans,
        ["CrpsCalculator.OfPoints"] = static () => CrpsCalculator.OfPoints(Points, Masses, 0.5),
        ["CrpsCalculator.OfLattice"] = static () => CrpsCalculator.OfLattice(0, 1, Masses, 7.5),
        ["CrpsCalculator.OfSample"] = static () => CrpsCalculator.OfSample(Points, 0.5),
        ["PitCalculator.OfLattice"] = static () => PitCalculator.OfLattice(0, 1, Masses, 2),
        ["PinballLossCalculator.MeanLoss"] = static () => PinballLossCalculator.MeanLoss(Points, Masses, 0.1),
        ["IntervalScoreCalculator.Score"] = static () => IntervalScoreCalculator.Score(1, 2, 3, 0.8),
        ["PointForecastCalculator.Wape"] = static () => PointForecastCalculator.Wape(Points, Masses),
        ["LogScoreCalculator.Score"] = static () => LogScoreCalculator.Score(0.25),
        ["BrierScoreCalculator.Score"] = static () => BrierScoreCalculator.Score(0.25, occurred: true),
    };

    private static void DrawNumbers()
    {
        RandomTrial trial = Source.Trial(3);
        _ = Source.Integer32(3, 1) + Source.Integer64(3, 1);
        _ = trial.Normal(1) + trial.Exponential(2) + trial.Triangular(3, 1, 2, 3);
        _ = trial.Occurs(4, 0.5) || Source.Derive("amounts") == Source;
    }

    private static void DrawSpans()
    {
        RandomTrial trial = Source.Trial(3);
        Source.Integers32(3, 1, Words);
        Source.Integers64(3, 1, LongWords);
        trial.Uniforms(1, Draws);
        trial.OpenUniforms(1, Draws);
        trial.Normals(1, Draws);
    }
}
