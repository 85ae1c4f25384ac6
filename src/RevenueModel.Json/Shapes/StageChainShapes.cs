using RevenueModel.Forecasting;

namespace RevenueModel.Json;

/// <summary>The JSON forms of stage chains and of slippage.</summary>
internal static class StageChainShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.Add<StageHazards>(StageHazardsForm);
        shapes.Add<ChainStage>(ChainStageForm);
        shapes.Add<StageChain>(StageChainForm);
        shapes.Add<StageOutlook>(StageOutlookForm);
        shapes.Add<StageAbsorption>(StageAbsorptionForm);
        shapes.Add<StageExit>(StageExitForm);
        shapes.Add<StageExposure>(StageExposureForm);
        shapes.Add<StageChainEstimate>(StageChainEstimateForm);
        shapes.Add<DealSlippage>(DealSlippageForm);
        shapes.AddValue<CloseDateError>(CloseDateErrorForm);
        shapes.AddValue<QuarterSlippage>(QuarterSlippageForm);
        shapes.Add<Slippage>(SlippageForm);
    }

    private static Func<Values<StageHazards>, StageHazards> StageHazardsForm(RecordBuilder<StageHazards> record)
    {
        var won = record.Optional("won", static x => x.Won);
        var lost = record.Optional("lost", static x => x.Lost);
        var moves = record.Optional("moves", static x => x.Moves);
        return values => StageHazards.Of(values.Get(won), values.Get(lost), values.Get(moves).AsSpan());
    }

    private static Func<Values<ChainStage>, ChainStage> ChainStageForm(RecordBuilder<ChainStage> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var hazards = record.Required("hazards", static x => x.Hazards, record.AtLeastOne<StageHazards>());
        return values => new ChainStage
        {
            Name = values.Get(name),
            Hazards = values.Get(hazards),
        };
    }

    private static Func<Values<StageChain>, StageChain> StageChainForm(RecordBuilder<StageChain> record)
    {
        var stages = record.Required("stages", static x => x.Stages, record.AtLeastOne<ChainStage>());
        return values => StageChain.Of(values.Get(stages).AsSpan());
    }

    private static Func<Values<StageOutlook>, StageOutlook> StageOutlookForm(RecordBuilder<StageOutlook> record)
    {
        var stage = record.Required("stage", static x => x.Stage, Forms.Name);
        var won = record.Required("won", static x => x.Won);
        var lost = record.Required("lost", static x => x.Lost);
        return values => new StageOutlook
        {
            Stage = values.Get(stage),
            Won = values.Get(won),
            Lost = values.Get(lost),
        };
    }

    private static Func<Values<StageAbsorption>, StageAbsorption> StageAbsorptionForm(
        RecordBuilder<StageAbsorption> record)
    {
        var stage = record.Required("stage", static x => x.Stage);
        var won = record.Required("won", static x => x.Won);
        var lost = record.Required("lost", static x => x.Lost);
        var meanPeriods = record.Optional("meanPeriods", static x => x.MeanPeriods);
        return values => new StageAbsorption(
            values.Get(stage),
            values.Get(won),
            values.Get(lost),
            values.Get(meanPeriods));
    }

    private static Func<Values<StageExit>, StageExit> StageExitForm(RecordBuilder<StageExit> record)
    {
        var outcome = record.Required("outcome", static x => x.Outcome);
        var stage = record.Optional("stage", static x => x.Stage);
        var count = record.Required("count", static x => x.Count);
        var dailyRate = record.Optional("dailyRate", static x => x.DailyRate);
        var interval = record.Optional("interval", static x => x.Interval);
        return values => new StageExit(
            values.Get(outcome),
            values.Get(stage),
            values.Get(count),
            values.Get(dailyRate),
            values.Get(interval));
    }

    private static Func<Values<StageExposure>, StageExposure> StageExposureForm(RecordBuilder<StageExposure> record)
    {
        var stage = record.Required("stage", static x => x.Stage, Forms.Name);
        var visitCount = record.Required("visitCount", static x => x.VisitCount);
        var lateEntryCount = record.Optional("lateEntryCount", static x => x.LateEntryCount);
        var days = record.Required("days", static x => x.Days);
        var exits = record.Required("exits", static x => x.Exits);
        var isTimeDependent = record.Required("isTimeDependent", static x => x.IsTimeDependent);
        return values => new StageExposure
        {
            Stage = values.Get(stage),
            VisitCount = values.Get(visitCount),
            LateEntryCount = values.Get(lateEntryCount),
            Days = values.Get(days),
            Exits = values.Get(exits),
            IsTimeDependent = values.Get(isTimeDependent),
        };
    }

    private static Func<Values<StageChainEstimate>, StageChainEstimate> StageChainEstimateForm(
        RecordBuilder<StageChainEstimate> record)
    {
        var asOf = record.Required("asOf", static x => x.AsOf);
        var chain = record.Required("chain", static x => x.Chain);
        var stages = record.Required("stages", static x => x.Stages);
        var dealCount = record.Required("dealCount", static x => x.DealCount);
        var withoutDaysCount = record.Optional("withoutDaysCount", static x => x.WithoutDaysCount);
        var closedWithoutDateCount = record.Optional(
            "closedWithoutDateCount", static x => x.ClosedWithoutDateCount);
        var unknownExitCount = record.Optional("unknownExitCount", static x => x.UnknownExitCount);
        return values => new StageChainEstimate
        {
            AsOf = values.Get(asOf),
            Chain = values.Get(chain),
            Stages = values.Get(stages),
            DealCount = values.Get(dealCount),
            WithoutDaysCount = values.Get(withoutDaysCount),
            ClosedWithoutDateCount = values.Get(closedWithoutDateCount),
            UnknownExitCount = values.Get(unknownExitCount),
        };
    }

    private static Func<Values<DealSlippage>, DealSlippage> DealSlippageForm(RecordBuilder<DealSlippage> record)
    {
        var deal = record.Required("deal", static x => x.Deal, Forms.Name);
        var pushCount = record.Required("pushCount", static x => x.PushCount);
        var pullCount = record.Required("pullCount", static x => x.PullCount);
        var pushedDays = record.Required("pushedDays", static x => x.PushedDays);
        var pulledDays = record.Required("pulledDays", static x => x.PulledDays);
        var errorAtCreation = record.Optional("errorAtCreation", static x => x.ErrorAtCreation);
        return values => new DealSlippage
        {
            Deal = values.Get(deal),
            PushCount = values.Get(pushCount),
            PullCount = values.Get(pullCount),
            PushedDays = values.Get(pushedDays),
            PulledDays = values.Get(pulledDays),
            ErrorAtCreation = values.Get(errorAtCreation),
        };
    }

    private static Func<Values<CloseDateError>, CloseDateError> CloseDateErrorForm(
        RecordBuilder<CloseDateError> record)
    {
        var leadDays = record.Optional("leadDays", static x => x.LeadDays);
        var count = record.Required("count", static x => x.Count);
        var meanDays = record.Optional("meanDays", static x => x.MeanDays);
        var medianDays = record.Optional("medianDays", static x => x.MedianDays);
        var meanAbsoluteDays = record.Optional("meanAbsoluteDays", static x => x.MeanAbsoluteDays);
        return values => new CloseDateError(
            values.Get(leadDays),
            values.Get(count),
            values.Get(meanDays),
            values.Get(medianDays),
            values.Get(meanAbsoluteDays));
    }

    private static Func<Values<QuarterSlippage>, QuarterSlippage> QuarterSlippageForm(
        RecordBuilder<QuarterSlippage> record)
    {
        var quarter = record.Required("quarter", static x => x.Quarter);
        var won = record.Required("won", static x => x.Won);
        var lost = record.Required("lost", static x => x.Lost);
        var slipped = record.Required("slipped", static x => x.Slipped);
        var interval = record.Optional("interval", static x => x.Interval);
        return values => new QuarterSlippage(
            values.Get(quarter),
            values.Get(won),
            values.Get(lost),
            values.Get(slipped),
            values.Get(interval));
    }

    private static Func<Values<Slippage>, Slippage> SlippageForm(RecordBuilder<Slippage> record)
    {
        var asOf = record.Required("asOf", static x => x.AsOf);
        var deals = record.Required("deals", static x => x.Deals);
        var withoutHistoryCount = record.Required("withoutHistoryCount", static x => x.WithoutHistoryCount);
        var excludedCount = record.Required("excludedCount", static x => x.ExcludedCount);
        var contradictoryCount = record.Optional("contradictoryCount", static x => x.ContradictoryCount);
        var errors = record.Required("errors", static x => x.Errors);
        var quarters = record.Required("quarters", static x => x.Quarters);
        return values => new Slippage
        {
            AsOf = values.Get(asOf),
            Deals = values.Get(deals),
            WithoutHistoryCount = values.Get(withoutHistoryCount),
            ExcludedCount = values.Get(excludedCount),
            ContradictoryCount = values.Get(contradictoryCount),
            Errors = values.Get(errors),
            Quarters = values.Get(quarters),
        };
    }
}
