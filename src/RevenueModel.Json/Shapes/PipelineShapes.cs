using RevenueModel.Pipeline;

namespace RevenueModel.Json;

/// <summary>The JSON forms of the pipeline.</summary>
internal static class PipelineShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddValue<DealTimeline>(DealTimelineForm);
        shapes.Add<SalesProcess>(SalesProcessForm);
        shapes.AddValue<WinRate>(WinRateForm);
        shapes.AddValue<DualBuyerGain>(DualBuyerGainForm);
        shapes.AddValue<CycleLengths>(CycleLengthsForm);
        shapes.Add(new UnionShape<ProcessStage>(
            nameof(ProcessStage),
            new Case<ProcessStage, PipelineStage>(
                "weighted",
                new RecordShape<PipelineStage>(shapes, "ProcessStage.weighted", static record =>
                {
                    record.Kind("weighted");
                    return PipelineStageForm(record);
                })),
            new Case<ProcessStage, StageConversion>(
                "conversion",
                new RecordShape<StageConversion>(shapes, "ProcessStage.conversion", static record =>
                {
                    record.Kind("conversion");
                    return StageConversionForm(record);
                }))));
        shapes.AddValue<CoverageComparison>(CoverageComparisonForm);
        shapes.AddValue<DualBuyerMeasurement>(DualBuyerMeasurementForm);
        shapes.AddValue<DualBuyerRates>(DualBuyerRatesForm);
        shapes.Add<Opportunity>(OpportunityForm);
        shapes.Add<PipelineStage>(PipelineStageForm);
        shapes.Add<RegulatoryPipeline>(RegulatoryPipelineForm);
        shapes.AddValue<RegulatoryQuarter>(RegulatoryQuarterForm);
        shapes.Add<RegulatoryTrigger>(RegulatoryTriggerForm);
        shapes.AddValue<SalesVelocity>(SalesVelocityForm);
        shapes.Add<StageConversion>(StageConversionForm);
    }

    private static Func<Values<DealTimeline>, DealTimeline> DealTimelineForm(RecordBuilder<DealTimeline> record)
    {
        var outcome = record.Required("outcome", static x => x.Outcome);
        var created = record.Optional("created", static x => x.Created);
        var stageEntered = record.Optional("stageEntered", static x => x.StageEntered);
        var expectedClose = record.Optional("expectedClose", static x => x.ExpectedClose);
        var closed = record.Optional("closed", static x => x.Closed);
        var cycleDays = record.Optional(
            "cycleDays",
            static x => x.CycleDays,
            isWritten: static x => x.CycleDays is not null && (x.Created is null || x.Closed is null));
        return values =>
        {
            switch (values.Get(outcome))
            {
                case DealOutcome.Won:
                    return DealTimeline.Won(
                        values.Get(created),
                        values.Get(closed),
                        values.Get(expectedClose),
                        values.Get(cycleDays),
                        values.Get(stageEntered));
                case DealOutcome.Lost:
                    return DealTimeline.Lost(
                        values.Get(created),
                        values.Get(closed),
                        values.Get(expectedClose),
                        values.Get(cycleDays),
                        values.Get(stageEntered));
                default:
                    values.Refuse("in an open deal", closed, cycleDays);
                    return DealTimeline.Open(
                        values.Get(created), values.Get(stageEntered), values.Get(expectedClose));
            }
        };
    }

    private static Func<Values<SalesProcess>, SalesProcess> SalesProcessForm(RecordBuilder<SalesProcess> record)
    {
        var stages = record.Required("stages", static x => x.Stages, record.AtLeastOne<PipelineStage>());
        return values => SalesProcess.Of(values.Get(stages).AsSpan());
    }

    private static Func<Values<WinRate>, WinRate> WinRateForm(RecordBuilder<WinRate> record)
    {
        var wonCount = record.Optional("wonCount", static x => x.WonCount, Forms.CountOrZero);
        var lostCount = record.Optional("lostCount", static x => x.LostCount, Forms.CountOrZero);
        var wonValue = record.Optional("wonValue", static x => x.WonValue, Forms.NotNegative);
        var lostValue = record.Optional("lostValue", static x => x.LostValue, Forms.NotNegative);
        var wonWithoutValue = record.Optional(
            "wonWithoutValueCount", static x => x.WonWithoutValueCount, Forms.CountOrZero);
        var lostWithoutValue = record.Optional(
            "lostWithoutValueCount", static x => x.LostWithoutValueCount, Forms.CountOrZero);
        var countInterval = record.Optional("countInterval", static x => x.CountInterval);
        var valueInterval = record.Optional("valueInterval", static x => x.ValueInterval);
        var effectiveDeals = record.Optional("effectiveDeals", static x => x.EffectiveDeals);
        return values =>
        {
            var rate = new WinRate
            {
                WonCount = values.Get(wonCount),
                LostCount = values.Get(lostCount),
                WonValue = values.Get(wonValue),
                LostValue = values.Get(lostValue),
                WonWithoutValueCount = values.Get(wonWithoutValue),
                LostWithoutValueCount = values.Get(lostWithoutValue),
                CountInterval = values.Get(countInterval),
                ValueInterval = values.Get(valueInterval),
                EffectiveDeals = values.Get(effectiveDeals),
            };
            _ = (rate.ByCount, rate.ByValue); // refuses sums that no decimal or count holds
            return rate;
        };
    }

    private static Func<Values<DualBuyerGain>, DualBuyerGain> DualBuyerGainForm(RecordBuilder<DualBuyerGain> record)
    {
        var dualShareBefore = record.Optional("dualShareBefore", static x => x.DualShareBefore);
        var dualShareAfter = record.Optional("dualShareAfter", static x => x.DualShareAfter);
        var winRateBefore = record.Optional("winRateBefore", static x => x.WinRateBefore);
        var winRateAfter = record.Optional("winRateAfter", static x => x.WinRateAfter);
        var pipeline = record.Optional("pipeline", static x => x.Pipeline);
        return values => new DualBuyerGain
        {
            DualShareBefore = values.Get(dualShareBefore),
            DualShareAfter = values.Get(dualShareAfter),
            WinRateBefore = values.Get(winRateBefore),
            WinRateAfter = values.Get(winRateAfter),
            Pipeline = values.Get(pipeline),
        };
    }

    private static Func<Values<CycleLengths>, CycleLengths> CycleLengthsForm(RecordBuilder<CycleLengths> record)
    {
        var count = record.Optional("count", static x => x.Count);
        var withoutCycleCount = record.Optional("withoutCycleCount", static x => x.WithoutCycleCount);
        var shortest = record.Optional("shortest", static x => x.Shortest);
        var lowerQuartile = record.Optional("lowerQuartile", static x => x.LowerQuartile);
        var median = record.Optional("median", static x => x.Median);
        var upperQuartile = record.Optional("upperQuartile", static x => x.UpperQuartile);
        var ninetieth = record.Optional("ninetiethPercentile", static x => x.NinetiethPercentile);
        var longest = record.Optional("longest", static x => x.Longest);
        var mean = record.Optional("mean", static x => x.Mean);
        return values => new CycleLengths
        {
            Count = values.Get(count),
            WithoutCycleCount = values.Get(withoutCycleCount),
            Shortest = values.Get(shortest),
            LowerQuartile = values.Get(lowerQuartile),
            Median = values.Get(median),
            UpperQuartile = values.Get(upperQuartile),
            NinetiethPercentile = values.Get(ninetieth),
            Longest = values.Get(longest),
            Mean = values.Get(mean),
        };
    }

    private static Func<Values<CoverageComparison>, CoverageComparison> CoverageComparisonForm(
        RecordBuilder<CoverageComparison> record)
    {
        var coverageTarget = record.Required("coverageTarget", static x => x.CoverageTarget);
        var openPipeline = record.Required("openPipeline", static x => x.OpenPipeline);
        var remainingQuota = record.Required("remainingQuota", static x => x.RemainingQuota);
        var coverage = record.Optional("coverage", static x => x.Coverage);
        var requiredPipeline = record.Required("requiredPipeline", static x => x.RequiredPipeline);
        return values => new CoverageComparison(
            values.Get(coverageTarget),
            values.Get(openPipeline),
            values.Get(remainingQuota),
            values.Get(coverage),
            values.Get(requiredPipeline));
    }

    private static Func<Values<DualBuyerMeasurement>, DualBuyerMeasurement> DualBuyerMeasurementForm(
        RecordBuilder<DualBuyerMeasurement> record)
    {
        var dualBuyer = record.Required("dualBuyer", static x => x.DualBuyer);
        var singleBuyer = record.Required("singleBuyer", static x => x.SingleBuyer);
        var withoutEngagementCount = record.Required(
            "withoutEngagementCount", static x => x.WithoutEngagementCount);
        return values => new DualBuyerMeasurement
        {
            DualBuyer = values.Get(dualBuyer),
            SingleBuyer = values.Get(singleBuyer),
            WithoutEngagementCount = values.Get(withoutEngagementCount),
        };
    }

    private static Func<Values<DualBuyerRates>, DualBuyerRates> DualBuyerRatesForm(
        RecordBuilder<DualBuyerRates> record)
    {
        var blendedWinRate = record.Required("blendedWinRate", static x => x.BlendedWinRate);
        var dualShare = record.Required("dualShare", static x => x.DualShare);
        var ratio = record.Required("ratio", static x => x.Ratio);
        var singleWinRate = record.Required("singleWinRate", static x => x.SingleWinRate);
        var dualWinRate = record.Required("dualWinRate", static x => x.DualWinRate);
        return values => new DualBuyerRates(
            values.Get(blendedWinRate),
            values.Get(dualShare),
            values.Get(ratio),
            values.Get(singleWinRate),
            values.Get(dualWinRate));
    }

    private static Func<Values<Opportunity>, Opportunity> OpportunityForm(RecordBuilder<Opportunity> record)
    {
        var id = record.Required("id", static x => x.Id, Forms.Name);
        var stage = record.Required("stage", static x => x.Stage, Forms.Name);
        var timeline = record.Required("timeline", static x => x.Timeline);
        var amount = record.Optional("amount", static x => x.Amount, Forms.NotNegative.OrNull());
        var amountSource = record.Optional("amountSource", static x => x.AmountSource);
        var account = record.Optional("account", static x => x.Account, Forms.Name!);
        var segment = record.Optional("segment", static x => x.Segment, Forms.Name!);
        var product = record.Optional("product", static x => x.Product, Forms.Name!);
        var motion = record.Optional("motion", static x => x.Motion);
        var forecastCategory = record.Optional("forecastCategory", static x => x.ForecastCategory);
        var buyerEngagement = record.Optional("buyerEngagement", static x => x.BuyerEngagement);
        var partners = record.Optional("partners", static x => x.Partners);
        var isCompetitive = record.Optional("isCompetitive", static x => x.IsCompetitive);
        var rivals = record.Optional("rivals", static x => x.Rivals);
        var regulatoryTrigger = record.Optional("regulatoryTrigger", static x => x.RegulatoryTrigger);
        return values => new Opportunity
        {
            Id = values.Get(id),
            Stage = values.Get(stage),
            Timeline = values.Get(timeline),
            Amount = values.Get(amount),
            AmountSource = values.Get(amountSource),
            Account = values.Get(account),
            Segment = values.Get(segment),
            Product = values.Get(product),
            Motion = values.Get(motion),
            ForecastCategory = values.Get(forecastCategory),
            BuyerEngagement = values.Get(buyerEngagement),
            Partners = values.Get(partners),
            IsCompetitive = values.Get(isCompetitive),
            Rivals = values.Get(rivals),
            RegulatoryTrigger = values.Get(regulatoryTrigger),
        };
    }

    private static Func<Values<PipelineStage>, PipelineStage> PipelineStageForm(RecordBuilder<PipelineStage> record)
    {
        var winProbability = record.Required("winProbability", static x => x.WinProbability, Forms.Share);
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var forecastCategory = record.Optional(
            "forecastCategory", static x => x.ForecastCategory, Forms.OpenCategory, ForecastCategory.Pipeline);
        return values => new PipelineStage
        {
            WinProbability = values.Get(winProbability),
            Name = values.Get(name),
            ForecastCategory = values.Get(forecastCategory),
        };
    }

    private static Func<Values<RegulatoryPipeline>, RegulatoryPipeline> RegulatoryPipelineForm(
        RecordBuilder<RegulatoryPipeline> record)
    {
        var openCount = record.Required("openCount", static x => x.OpenCount);
        var openAmount = record.Required("openAmount", static x => x.OpenAmount);
        var quarters = record.Required("quarters", static x => x.Quarters);
        return values => new RegulatoryPipeline
        {
            OpenCount = values.Get(openCount),
            OpenAmount = values.Get(openAmount),
            Quarters = values.Get(quarters),
        };
    }

    private static Func<Values<RegulatoryQuarter>, RegulatoryQuarter> RegulatoryQuarterForm(
        RecordBuilder<RegulatoryQuarter> record)
    {
        var quarter = record.Optional("quarter", static x => x.Quarter);
        var count = record.Required("count", static x => x.Count);
        var amount = record.Required("amount", static x => x.Amount);
        var shareOfPipeline = record.Optional("shareOfPipeline", static x => x.ShareOfPipeline);
        return values => new RegulatoryQuarter(
            values.Get(quarter),
            values.Get(count),
            values.Get(amount),
            values.Get(shareOfPipeline));
    }

    private static Func<Values<RegulatoryTrigger>, RegulatoryTrigger> RegulatoryTriggerForm(
        RecordBuilder<RegulatoryTrigger> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var deadline = record.Optional("deadline", static x => x.Deadline);
        return values => new RegulatoryTrigger
        {
            Name = values.Get(name),
            Deadline = values.Get(deadline),
        };
    }

    private static Func<Values<SalesVelocity>, SalesVelocity> SalesVelocityForm(RecordBuilder<SalesVelocity> record)
    {
        var openDealCount = record.Required("openDealCount", static x => x.OpenDealCount);
        var averageWonValue = record.Required("averageWonValue", static x => x.AverageWonValue);
        var winRate = record.Required("winRate", static x => x.WinRate);
        var meanWonCycleDays = record.Required("meanWonCycleDays", static x => x.MeanWonCycleDays);
        var wonValue = record.Required("wonValue", static x => x.WonValue);
        return values => new SalesVelocity
        {
            OpenDealCount = values.Get(openDealCount),
            AverageWonValue = values.Get(averageWonValue),
            WinRate = values.Get(winRate),
            MeanWonCycleDays = values.Get(meanWonCycleDays),
            WonValue = values.Get(wonValue),
        };
    }

    private static Func<Values<StageConversion>, StageConversion> StageConversionForm(
        RecordBuilder<StageConversion> record)
    {
        var conversionRate = record.Required("conversionRate", static x => x.ConversionRate, Forms.Share);
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var forecastCategory = record.Optional(
            "forecastCategory", static x => x.ForecastCategory, Forms.OpenCategory, ForecastCategory.Pipeline);
        return values => new StageConversion
        {
            ConversionRate = values.Get(conversionRate),
            Name = values.Get(name),
            ForecastCategory = values.Get(forecastCategory),
        };
    }
}
