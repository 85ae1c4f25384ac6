using RevenueModel.Forecasting;

namespace RevenueModel.Json;

/// <summary>The JSON forms of forecast distributions.</summary>
internal static class DistributionShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddEnum<TailAccuracy>();
        shapes.AddEnum<ShortfallConvention>();
        shapes.AddValue<PossibleAmount>(PossibleAmountForm);
        shapes.Add<UncertainDeal>(UncertainDealForm);
        shapes.Add<NewDealFlow>(NewDealFlowForm);
        shapes.Add<DistributionOptions>(DistributionOptionsForm);
        shapes.AddValue<LatticeSplit>(LatticeSplitForm);
        shapes.Add<ForecastDistribution>(ForecastDistributionForm);
        shapes.AddValue<ForecastQuantile>(ForecastQuantileForm);
        shapes.AddValue<ForecastProbability>(ForecastProbabilityForm);
        shapes.Add<PipelineRequirement>(PipelineRequirementForm);
    }

    private static Func<Values<PossibleAmount>, PossibleAmount> PossibleAmountForm(
        RecordBuilder<PossibleAmount> record)
    {
        var amount = record.Required("amount", static x => x.Amount);
        var probability = record.Required("probability", static x => x.Probability);
        return values => new PossibleAmount(values.Get(amount), values.Get(probability));
    }

    private static Func<Values<UncertainDeal>, UncertainDeal> UncertainDealForm(RecordBuilder<UncertainDeal> record)
    {
        var outcomes = record.Required("outcomes", static x => x.Outcomes);
        return values => UncertainDeal.OfOutcomes(values.Get(outcomes).AsSpan());
    }

    private static Func<Values<NewDealFlow>, NewDealFlow> NewDealFlowForm(RecordBuilder<NewDealFlow> record)
    {
        var expectedDeals = record.Required("expectedDeals", static x => x.ExpectedDeals);
        var probability = record.Required("createAndCloseProbability", static x => x.CreateAndCloseProbability);
        var amounts = record.Required("amounts", static x => x.Amounts);
        return values => new NewDealFlow
        {
            ExpectedDeals = values.Get(expectedDeals),
            CreateAndCloseProbability = values.Get(probability),
            Amounts = values.Get(amounts),
        };
    }

    private static Func<Values<DistributionOptions>, DistributionOptions> DistributionOptionsForm(
        RecordBuilder<DistributionOptions> record)
    {
        var standard = new DistributionOptions();
        var tails = record.Optional("tails", static x => x.Tails);
        var maxCells = record.Optional("maxCells", static x => x.MaxCells, fallback: standard.MaxCells);
        var droppedMass = record.Optional("droppedMass", static x => x.DroppedMass, fallback: standard.DroppedMass);
        var tolerance = record.Optional(
            "factorTolerance", static x => x.FactorTolerance, fallback: standard.FactorTolerance);
        return values => new DistributionOptions
        {
            Tails = values.Get(tails),
            MaxCells = values.Get(maxCells),
            DroppedMass = values.Get(droppedMass),
            FactorTolerance = values.Get(tolerance),
        };
    }

    private static Func<Values<LatticeSplit>, LatticeSplit> LatticeSplitForm(RecordBuilder<LatticeSplit> record)
    {
        var variance = record.Optional("variance", static x => x.Variance);
        var step = record.Optional("step", static x => x.Step);
        var mostShift = record.Optional("mostShift", static x => x.MostShift);
        var rounding = record.Optional("rounding", static x => x.Rounding);
        return values => new LatticeSplit(
            values.Get(variance), values.Get(step), values.Get(mostShift), values.Get(rounding));
    }

    private static Func<Values<ForecastDistribution>, ForecastDistribution> ForecastDistributionForm(
        RecordBuilder<ForecastDistribution> record)
    {
        var lowest = record.Required("lowest", static x => x.Lowest);
        var step = record.Required("step", static x => x.Step, Forms.Positive);
        var probabilities = record.Required(
            "probabilities", static x => x.Probabilities, record.AtLeastOne<double>());
        var mean = record.Required("mean", static x => x.Mean);
        var variance = record.Required("variance", static x => x.Variance);
        var droppedMass = record.Optional("droppedMass", static x => x.DroppedMass);
        var roundingError = record.Optional("roundingError", static x => x.RoundingError);
        var relativeError = record.Optional("relativeError", static x => x.RelativeError);
        var split = record.Optional("split", static x => x.Split);
        return values => new ForecastDistribution(
            values.Get(lowest),
            values.Get(step),
            values.Get(probabilities),
            values.Get(mean),
            values.Get(variance),
            values.Get(droppedMass),
            new LatticeErrors(values.Get(split), values.Get(roundingError), values.Get(relativeError), Lost: 0));
    }

    private static Func<Values<ForecastQuantile>, ForecastQuantile> ForecastQuantileForm(
        RecordBuilder<ForecastQuantile> record)
    {
        var probability = record.Required("probability", static x => x.Probability);
        var amount = record.Required("amount", static x => x.Amount);
        var lower = record.Optional("lower", static x => x.Lower);
        var upper = record.Optional("upper", static x => x.Upper);
        return values => new ForecastQuantile(
            values.Get(probability), values.Get(amount), values.Get(lower), values.Get(upper));
    }

    private static Func<Values<ForecastProbability>, ForecastProbability> ForecastProbabilityForm(
        RecordBuilder<ForecastProbability> record)
    {
        var target = record.Required("target", static x => x.Target);
        var probability = record.Required("probability", static x => x.Probability);
        var lower = record.Required("lower", static x => x.Lower);
        var upper = record.Required("upper", static x => x.Upper);
        return values => ForecastProbability.Of(
            values.Get(target), values.Get(probability), values.Get(lower), values.Get(upper));
    }

    private static Func<Values<PipelineRequirement>, PipelineRequirement> PipelineRequirementForm(
        RecordBuilder<PipelineRequirement> record)
    {
        var deals = record.Required("deals", static x => x.Deals, Forms.CountOrZero);
        var dealAmount = record.Required("dealAmount", static x => x.DealAmount, Forms.Positive);
        var winRate = record.Required("winRate", static x => x.WinRate, Forms.Share);
        var target = record.Required("target", static x => x.Target);
        var confidence = record.Required("confidence", static x => x.Confidence);
        var probability = record.Required("probability", static x => x.Probability);
        return values => new PipelineRequirement(
            values.Get(deals),
            values.Get(dealAmount),
            values.Get(winRate),
            values.Get(target),
            values.Get(confidence),
            values.Get(probability));
    }
}
