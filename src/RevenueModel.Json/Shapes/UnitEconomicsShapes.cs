using RevenueModel.Retention;

namespace RevenueModel.Json;

/// <summary>The JSON forms of acquisition cost, recurring mix and the return of modules.</summary>
internal static class UnitEconomicsShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddValue<AcquisitionCostPart>(AcquisitionCostPartForm);
        shapes.Add<AcquisitionCost>(AcquisitionCostForm);
        shapes.Add<AcquisitionMotion>(AcquisitionMotionForm);
        shapes.AddValue<RecurringMix>(RecurringMixForm);
        shapes.Add<RecurringMixBenchmark>(RecurringMixBenchmarkForm);
        shapes.Add<RecurringMixAssessment>(RecurringMixAssessmentForm);
        shapes.Add<ModuleRoiTerms>(ModuleRoiTermsForm);
        shapes.Add<ModuleRoi>(ModuleRoiForm);
        shapes.Add<ModuleRoiBenchmark>(ModuleRoiBenchmarkForm);
    }

    private static Func<Values<AcquisitionCostPart>, AcquisitionCostPart> AcquisitionCostPartForm(
        RecordBuilder<AcquisitionCostPart> record)
    {
        var kind = record.Required("kind", static x => x.Kind);
        var amount = record.Required("amount", static x => x.Amount);
        return values => new AcquisitionCostPart(values.Get(kind), values.Get(amount));
    }

    private static Func<Values<AcquisitionCost>, AcquisitionCost> AcquisitionCostForm(
        RecordBuilder<AcquisitionCost> record)
    {
        var parts = record.Optional("parts", static x => x.Parts);
        var newAccounts = record.Required("newAccounts", static x => x.NewAccounts, Forms.Long(0));
        return values => AcquisitionCost.Of(values.Get(parts).AsSpan(), values.Get(newAccounts));
    }

    private static Func<Values<AcquisitionMotion>, AcquisitionMotion> AcquisitionMotionForm(
        RecordBuilder<AcquisitionMotion> record)
    {
        var cycleMonths = record.Required("cycleMonths", static x => x.CycleMonths, Forms.NotNegative);
        var sellingCostPerMonth = record.Required(
            "sellingCostPerMonth", static x => x.SellingCostPerMonth, Forms.NotNegative);
        var winRate = record.Required("winRate", static x => x.WinRate, Forms.PositiveShare);
        var preSalesDays = record.Optional("preSalesDays", static x => x.PreSalesDays, Forms.NotNegative);
        var preSalesCostPerDay = record.Optional(
            "preSalesCostPerDay", static x => x.PreSalesCostPerDay, Forms.NotNegative);
        var siteVisits = record.Optional("siteVisits", static x => x.SiteVisits, Forms.NotNegative);
        var costPerSiteVisit = record.Optional("costPerSiteVisit", static x => x.CostPerSiteVisit, Forms.NotNegative);
        var marketingCost = record.Optional("marketingCost", static x => x.MarketingCost, Forms.NotNegative);
        return values => new AcquisitionMotion
        {
            CycleMonths = values.Get(cycleMonths),
            SellingCostPerMonth = values.Get(sellingCostPerMonth),
            WinRate = values.Get(winRate),
            PreSalesDays = values.Get(preSalesDays),
            PreSalesCostPerDay = values.Get(preSalesCostPerDay),
            SiteVisits = values.Get(siteVisits),
            CostPerSiteVisit = values.Get(costPerSiteVisit),
            MarketingCost = values.Get(marketingCost),
        };
    }

    private static Func<Values<RecurringMix>, RecurringMix> RecurringMixForm(RecordBuilder<RecurringMix> record)
    {
        var recurring = record.Required("recurring", static x => x.Recurring, Forms.NotNegative);
        var services = record.Required("services", static x => x.Services, Forms.NotNegative);
        return values => new RecurringMix(values.Get(recurring), values.Get(services));
    }

    private static Func<Values<RecurringMixBenchmark>, RecurringMixBenchmark> RecurringMixBenchmarkForm(
        RecordBuilder<RecurringMixBenchmark> record)
    {
        var healthyShare = record.Required("healthyShare", static x => x.HealthyShare, Forms.ShareBand);
        var softwareMargin = record.Required("softwareMargin", static x => x.SoftwareMargin, Forms.ShareBand);
        var servicesMargin = record.Required("servicesMargin", static x => x.ServicesMargin, Forms.ShareBand);
        var rewardedShare = record.Required("rewardedShare", static x => x.RewardedShare, Forms.Share);
        var servicesWarningShare = record.Required(
            "servicesWarningShare", static x => x.ServicesWarningShare, Forms.Share);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new RecurringMixBenchmark
        {
            HealthyShare = values.Get(healthyShare),
            SoftwareMargin = values.Get(softwareMargin),
            ServicesMargin = values.Get(servicesMargin),
            RewardedShare = values.Get(rewardedShare),
            ServicesWarningShare = values.Get(servicesWarningShare),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<RecurringMixAssessment>, RecurringMixAssessment> RecurringMixAssessmentForm(
        RecordBuilder<RecurringMixAssessment> record)
    {
        var mix = record.Required("mix", static x => x.Mix);
        var benchmark = record.Required("benchmark", static x => x.Benchmark);
        return values => new RecurringMixAssessment(values.Get(mix), values.Get(benchmark));
    }

    private static Func<Values<ModuleRoiTerms>, ModuleRoiTerms> ModuleRoiTermsForm(
        RecordBuilder<ModuleRoiTerms> record)
    {
        var moduleArr = record.Required("moduleArr", static x => x.ModuleArr, Forms.Positive);
        var downtimeCost = record.Optional("downtimeCost", static x => x.DowntimeCost, Forms.NotNegative);
        var downtimeReduction = record.Optional("downtimeReduction", static x => x.DowntimeReduction, Forms.Share);
        var yieldProfit = record.Optional("yieldProfit", static x => x.YieldProfit, Forms.NotNegative);
        var yieldImprovement = record.Optional("yieldImprovement", static x => x.YieldImprovement, Forms.Share);
        var implementationCost = record.Optional(
            "implementationCost", static x => x.ImplementationCost, Forms.NotNegative);
        return values => new ModuleRoiTerms
        {
            ModuleArr = values.Get(moduleArr),
            DowntimeCost = values.Get(downtimeCost),
            DowntimeReduction = values.Get(downtimeReduction),
            YieldProfit = values.Get(yieldProfit),
            YieldImprovement = values.Get(yieldImprovement),
            ImplementationCost = values.Get(implementationCost),
        };
    }

    private static Func<Values<ModuleRoi>, ModuleRoi> ModuleRoiForm(RecordBuilder<ModuleRoi> record)
    {
        var terms = record.Required("terms", static x => x.Terms);
        var downtimeSavings = record.Required("downtimeSavings", static x => x.DowntimeSavings);
        var yieldGain = record.Required("yieldGain", static x => x.YieldGain);
        var paybackMonths = record.Optional("paybackMonths", static x => x.PaybackMonths);
        return values => new ModuleRoi(
            values.Get(terms),
            values.Get(downtimeSavings),
            values.Get(yieldGain),
            values.Get(paybackMonths));
    }

    private static Func<Values<ModuleRoiBenchmark>, ModuleRoiBenchmark> ModuleRoiBenchmarkForm(
        RecordBuilder<ModuleRoiBenchmark> record)
    {
        var paybackMonths = record.Required("paybackMonths", static x => x.PaybackMonths, Forms.ClosedPositiveBand);
        var downtimeReduction = record.Required(
            "downtimeReduction", static x => x.DowntimeReduction, Forms.ShareBand);
        var yieldImprovement = record.Required("yieldImprovement", static x => x.YieldImprovement, Forms.ShareBand);
        var moduleArr = record.Required("moduleArr", static x => x.ModuleArr, Forms.ClosedAmountBand);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => ModuleRoiBenchmark.Of(
            values.Get(paybackMonths),
            values.Get(downtimeReduction),
            values.Get(yieldImprovement),
            values.Get(moduleArr),
            values.Get(citation));
    }
}
