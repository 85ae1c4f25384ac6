using RevenueModel.Statistics;

namespace RevenueModel.Json;

/// <summary>The JSON forms of scores of forecasts.</summary>
internal static class ScoringShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddEnum<SampleCrpsMethod>();
        shapes.Add<BrierDecomposition>(BrierDecompositionForm);
        shapes.AddValue<ReliabilityPoint>(ReliabilityPointForm);
        shapes.Add<ReliabilityCurve>(ReliabilityCurveForm);
        shapes.Add<IntervalCoverage>(IntervalCoverageForm);
        shapes.AddValue<PitInterval>(PitIntervalForm);
        shapes.Add<PitHistogram>(PitHistogramForm);
        shapes.Add<SkillComparison>(SkillComparisonForm);
    }

    private static Func<Values<BrierDecomposition>, BrierDecomposition> BrierDecompositionForm(
        RecordBuilder<BrierDecomposition> record)
    {
        var count = record.Required("count", static x => x.Count);
        var groups = record.Required("groups", static x => x.Groups);
        var score = record.Required("score", static x => x.Score);
        var reliability = record.Required("reliability", static x => x.Reliability);
        var resolution = record.Required("resolution", static x => x.Resolution);
        var uncertainty = record.Required("uncertainty", static x => x.Uncertainty);
        return values => new BrierDecomposition(
            values.Get(count),
            values.Get(groups),
            values.Get(score),
            values.Get(reliability),
            values.Get(resolution),
            values.Get(uncertainty));
    }

    private static Func<Values<ReliabilityPoint>, ReliabilityPoint> ReliabilityPointForm(
        RecordBuilder<ReliabilityPoint> record)
    {
        var lower = record.Required("lower", static x => x.Lower);
        var upper = record.Required("upper", static x => x.Upper);
        var count = record.Required("count", static x => x.Count);
        var occurrences = record.Required("occurrences", static x => x.Occurrences);
        return values => new ReliabilityPoint(
            values.Get(lower), values.Get(upper), values.Get(count), values.Get(occurrences));
    }

    private static Func<Values<ReliabilityCurve>, ReliabilityCurve> ReliabilityCurveForm(
        RecordBuilder<ReliabilityCurve> record)
    {
        var points = record.Optional("points", static x => x.Points);
        var score = record.Required("score", static x => x.Score);
        var miscalibration = record.Required("miscalibration", static x => x.Miscalibration);
        var discrimination = record.Required("discrimination", static x => x.Discrimination);
        var uncertainty = record.Required("uncertainty", static x => x.Uncertainty);
        return values => new ReliabilityCurve(
            values.Get(points),
            values.Get(score),
            values.Get(miscalibration),
            values.Get(discrimination),
            values.Get(uncertainty));
    }

    private static Func<Values<IntervalCoverage>, IntervalCoverage> IntervalCoverageForm(
        RecordBuilder<IntervalCoverage> record)
    {
        var below = record.Required("below", static x => x.Below);
        var inside = record.Required("inside", static x => x.Inside);
        var above = record.Required("above", static x => x.Above);
        var coverage = record.Required("coverage", static x => x.Coverage);
        var interval = record.Required("interval", static x => x.Interval);
        return values => new IntervalCoverage(
            values.Get(below),
            values.Get(inside),
            values.Get(above),
            values.Get(coverage),
            values.Get(interval));
    }

    private static Func<Values<PitInterval>, PitInterval> PitIntervalForm(RecordBuilder<PitInterval> record)
    {
        var lower = record.Required("lower", static x => x.Lower);
        var upper = record.Required("upper", static x => x.Upper);
        return values => PitInterval.Of(values.Get(lower), values.Get(upper));
    }

    private static Func<Values<PitHistogram>, PitHistogram> PitHistogramForm(RecordBuilder<PitHistogram> record)
    {
        var count = record.Required("count", static x => x.Count);
        var shares = record.Optional("shares", static x => x.Shares);
        return values => new PitHistogram(values.Get(count), values.Get(shares));
    }

    private static Func<Values<SkillComparison>, SkillComparison> SkillComparisonForm(
        RecordBuilder<SkillComparison> record)
    {
        var count = record.Required("count", static x => x.Count);
        var overlap = record.Required("overlap", static x => x.Overlap);
        var degreesOfFreedom = record.Optional("degreesOfFreedom", static x => x.DegreesOfFreedom);
        var score = record.Required("score", static x => x.Score);
        var baselineScore = record.Required("baselineScore", static x => x.BaselineScore);
        var skill = record.Optional("skill", static x => x.Skill);
        var differenceInterval = record.Optional("differenceInterval", static x => x.DifferenceInterval);
        var skillInterval = record.Optional("skillInterval", static x => x.SkillInterval);
        return values => new SkillComparison(
            values.Get(count),
            values.Get(overlap),
            values.Get(degreesOfFreedom),
            values.Get(score),
            values.Get(baselineScore),
            values.Get(skill),
            values.Get(differenceInterval),
            values.Get(skillInterval));
    }
}
