using RevenueModel.Forecasting;

namespace RevenueModel.Json;

/// <summary>The JSON forms of forecasts.</summary>
internal static class ForecastingShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.Add<WeightedForecast>(WeightedForecastForm);
        shapes.AddValue<SnapshotTotals>(SnapshotTotalsForm);
        shapes.Add<CategoryRollup>(CategoryRollupForm);
        shapes.AddValue<ForecastAmounts>(ForecastAmountsForm);
        shapes.AddValue<ForecastKey>(ForecastKeyForm);
        shapes.Add<InstallBaseMix>(InstallBaseMixForm);
        shapes.Add<InstallBasePolicy>(InstallBasePolicyForm);
        shapes.Add<InstallBaseSplit>(InstallBaseSplitForm);
        shapes.AddValue<SnapshotGroup>(SnapshotGroupForm);
    }

    private static Func<Values<WeightedForecast>, WeightedForecast> WeightedForecastForm(
        RecordBuilder<WeightedForecast> record)
    {
        var cells = record.Optional("cells", static x => x.Cells);
        var stages = record.Optional("stages", static x => x.Stages);
        return values =>
        {
            var forecast = new WeightedForecast(values.Get(cells), values.Get(stages));
            _ = forecast.Total; // refuses amounts whose sum no decimal holds
            return forecast;
        };
    }

    private static Func<Values<SnapshotTotals>, SnapshotTotals> SnapshotTotalsForm(
        RecordBuilder<SnapshotTotals> record)
    {
        var minorUnit = record.Optional("minorUnit", static x => x.MinorUnit);
        var count = record.Optional("count", static x => x.Count, Forms.Long(0));
        var withoutAmount = record.Optional("withoutAmountCount", static x => x.WithoutAmountCount, Forms.Long(0));
        var amount = record.Optional("amountMinorUnits", static x => x.AmountMinorUnits);
        var weighted = record.Optional("weightedMillionths", static x => x.WeightedMillionths);
        return values =>
        {
            var totals = new SnapshotTotals(
                values.Get(minorUnit),
                values.Get(count),
                values.Get(withoutAmount),
                values.Get(amount),
                values.Get(weighted));
            _ = (totals.Amount, totals.Weighted); // refuses amounts that no decimal holds
            return totals;
        };
    }

    private static Func<Values<CategoryRollup>, CategoryRollup> CategoryRollupForm(
        RecordBuilder<CategoryRollup> record)
    {
        var closed = record.Optional("closed", static x => x.Closed);
        var commit = record.Optional("commit", static x => x.Commit);
        var bestCase = record.Optional("bestCase", static x => x.BestCase);
        var pipeline = record.Optional("pipeline", static x => x.Pipeline);
        var omitted = record.Optional("omitted", static x => x.Omitted);
        return values => new CategoryRollup
        {
            Closed = values.Get(closed),
            Commit = values.Get(commit),
            BestCase = values.Get(bestCase),
            Pipeline = values.Get(pipeline),
            Omitted = values.Get(omitted),
        };
    }

    private static Func<Values<ForecastAmounts>, ForecastAmounts> ForecastAmountsForm(
        RecordBuilder<ForecastAmounts> record)
    {
        var count = record.Required("count", static x => x.Count);
        var withoutAmountCount = record.Required("withoutAmountCount", static x => x.WithoutAmountCount);
        var amount = record.Required("amount", static x => x.Amount);
        var weighted = record.Required("weighted", static x => x.Weighted);
        return values => new ForecastAmounts(
            values.Get(count),
            values.Get(withoutAmountCount),
            values.Get(amount),
            values.Get(weighted));
    }

    private static Func<Values<ForecastKey>, ForecastKey> ForecastKeyForm(RecordBuilder<ForecastKey> record)
    {
        var month = record.Optional("month", static x => x.Month);
        var segment = record.Optional("segment", static x => x.Segment);
        var motion = record.Optional("motion", static x => x.Motion);
        var category = record.Required("category", static x => x.Category);
        var stage = record.Optional("stage", static x => x.Stage);
        return values => new ForecastKey(
            values.Get(month),
            values.Get(segment),
            values.Get(motion),
            values.Get(category),
            values.Get(stage));
    }

    private static Func<Values<InstallBaseMix>, InstallBaseMix> InstallBaseMixForm(
        RecordBuilder<InstallBaseMix> record)
    {
        var policy = record.Required("policy", static x => x.Policy);
        var enterpriseCustomers = record.Required("enterpriseCustomers", static x => x.EnterpriseCustomers);
        var expansion = record.Required("expansion", static x => x.Expansion);
        var newLogo = record.Required("newLogo", static x => x.NewLogo);
        var renewal = record.Required("renewal", static x => x.Renewal);
        var withoutMotionAmount = record.Required("withoutMotionAmount", static x => x.WithoutMotionAmount);
        return values => new InstallBaseMix(values.Get(policy), values.Get(enterpriseCustomers))
        {
            Expansion = values.Get(expansion),
            NewLogo = values.Get(newLogo),
            Renewal = values.Get(renewal),
            WithoutMotionAmount = values.Get(withoutMotionAmount),
        };
    }

    private static Func<Values<InstallBasePolicy>, InstallBasePolicy> InstallBasePolicyForm(
        RecordBuilder<InstallBasePolicy> record)
    {
        var aboveEnterpriseCustomers = record.Required(
            "aboveEnterpriseCustomers", static x => x.AboveEnterpriseCustomers, Forms.CountOrZero);
        var expansionShare = record.Required("expansionShare", static x => x.ExpansionShare, Forms.Share);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new InstallBasePolicy
        {
            AboveEnterpriseCustomers = values.Get(aboveEnterpriseCustomers),
            ExpansionShare = values.Get(expansionShare),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<InstallBaseSplit>, InstallBaseSplit> InstallBaseSplitForm(
        RecordBuilder<InstallBaseSplit> record)
    {
        var policy = record.Required("policy", static x => x.Policy);
        var enterpriseCustomers = record.Required("enterpriseCustomers", static x => x.EnterpriseCustomers);
        var target = record.Required("target", static x => x.Target);
        var expansion = record.Optional("expansion", static x => x.Expansion);
        var newLogo = record.Optional("newLogo", static x => x.NewLogo);
        return values => new InstallBaseSplit(values.Get(policy), values.Get(enterpriseCustomers), values.Get(target))
        {
            Expansion = values.Get(expansion),
            NewLogo = values.Get(newLogo),
        };
    }

    private static Func<Values<SnapshotGroup>, SnapshotGroup> SnapshotGroupForm(RecordBuilder<SnapshotGroup> record)
    {
        var stage = record.Optional("stage", static x => x.Stage);
        var segment = record.Optional("segment", static x => x.Segment);
        var month = record.Optional("month", static x => x.Month);
        var quarter = record.Optional("quarter", static x => x.Quarter);
        var motion = record.Optional("motion", static x => x.Motion);
        var category = record.Optional("category", static x => x.Category);
        return values => new SnapshotGroup
        {
            Stage = values.Get(stage),
            Segment = values.Get(segment),
            Month = values.Get(month),
            Quarter = values.Get(quarter),
            Motion = values.Get(motion),
            Category = values.Get(category),
        };
    }
}
