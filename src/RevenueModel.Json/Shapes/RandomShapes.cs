using RevenueModel.Statistics;

namespace RevenueModel.Json;

/// <summary>The JSON forms of random sources and of simulated outcomes.</summary>
internal static class RandomShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddValue<RandomSource>(RandomSourceForm);
        shapes.AddValue<RandomTrial>(RandomTrialForm);
        shapes.Add<SimulationResult>(SimulationResultForm);
    }

    private static Func<Values<RandomSource>, RandomSource> RandomSourceForm(RecordBuilder<RandomSource> record)
    {
        var key = record.Required("key", static x => x.Key);
        return values => RandomSource.Of(values.Get(key));
    }

    private static Func<Values<RandomTrial>, RandomTrial> RandomTrialForm(RecordBuilder<RandomTrial> record)
    {
        var source = record.Required("source", static x => x.Source);
        var index = record.Required("index", static x => x.Index, Forms.Long(0));
        return values => values.Get(source).Trial(values.Get(index));
    }

    private static Func<Values<SimulationResult>, SimulationResult> SimulationResultForm(
        RecordBuilder<SimulationResult> record)
    {
        var source = record.Required("source", static x => x.Source);
        var firstTrial = record.Optional("firstTrial", static x => x.FirstTrial, Forms.Long(0));
        var outcomes = record.Optional("values", static x => x.Values);
        return values => SimulationResult.Of(
            values.Get(source), values.Get(firstTrial), values.Get(outcomes).AsSpan());
    }
}
