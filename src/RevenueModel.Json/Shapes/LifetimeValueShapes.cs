using RevenueModel.Retention;

namespace RevenueModel.Json;

/// <summary>The JSON forms of lifetime values.</summary>
internal static class LifetimeValueShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.Add<LifetimeValueTerms>(LifetimeValueTermsForm);
        shapes.Add<LifetimeValueEstimate>(LifetimeValueEstimateForm);
        shapes.Add<CohortLifetimeValue>(CohortLifetimeValueForm);
        shapes.Add<InfrastructureAccount>(InfrastructureAccountForm);
        shapes.AddValue<InfrastructureYear>(InfrastructureYearForm);
        shapes.Add<InfrastructureLifetimeValue>(InfrastructureLifetimeValueForm);
        shapes.Add<LifetimeValueBenchmark>(LifetimeValueBenchmarkForm);
    }

    private static Func<Values<LifetimeValueTerms>, LifetimeValueTerms> LifetimeValueTermsForm(
        RecordBuilder<LifetimeValueTerms> record)
    {
        var revenuePerAccount = record.Required(
            "revenuePerAccount", static x => x.RevenuePerAccount, Forms.NotNegative);
        var grossMargin = record.Required("grossMargin", static x => x.GrossMargin, Forms.Share);
        var retention = record.Required("retention", static x => x.Retention, Forms.Share);
        var discountRate = record.Optional("discountRate", static x => x.DiscountRate, Forms.Share);
        var discountedLifetime = record.Optional("discountedLifetime", static x => x.DiscountedLifetime);
        return values => new LifetimeValueTerms
        {
            RevenuePerAccount = values.Get(revenuePerAccount),
            GrossMargin = values.Get(grossMargin),
            Retention = values.Get(retention),
            DiscountRate = values.Get(discountRate),
            DiscountedLifetime = values.Get(discountedLifetime),
        };
    }

    private static Func<Values<LifetimeValueEstimate>, LifetimeValueEstimate> LifetimeValueEstimateForm(
        RecordBuilder<LifetimeValueEstimate> record)
    {
        var method = record.Required("method", static x => x.Method);
        var value = record.Optional("value", static x => x.Value);
        return values => new LifetimeValueEstimate(values.Get(method), values.Get(value));
    }

    private static Func<Values<CohortLifetimeValue>, CohortLifetimeValue> CohortLifetimeValueForm(
        RecordBuilder<CohortLifetimeValue> record)
    {
        var start = record.Required("start", static x => x.Start);
        var startedCount = record.Required("startedCount", static x => x.StartedCount);
        var ageCount = record.Required("ageCount", static x => x.AgeCount);
        var realized = record.Optional("realized", static x => x.Realized);
        var remaining = record.Optional("remaining", static x => x.Remaining);
        return values => new CohortLifetimeValue(
            values.Get(start),
            values.Get(startedCount),
            values.Get(ageCount),
            values.Get(realized),
            values.Get(remaining));
    }

    private static Func<Values<InfrastructureAccount>, InfrastructureAccount> InfrastructureAccountForm(
        RecordBuilder<InfrastructureAccount> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var sites = record.Required("sites", static x => x.Sites, Forms.CountOrZero);
        var totalSites = record.Required("totalSites", static x => x.TotalSites, Forms.Count);
        var sitesPerYear = record.Required("sitesPerYear", static x => x.SitesPerYear, Forms.NotNegative);
        var arrPerSite = record.Required("arrPerSite", static x => x.ArrPerSite, Forms.NotNegative);
        var grossMargin = record.Required("grossMargin", static x => x.GrossMargin, Forms.Share);
        var logoRetention = record.Required("logoRetention", static x => x.LogoRetention, Forms.Share);
        var years = record.Required("years", static x => x.Years, Forms.Whole(1, 100));
        var discountRate = record.Optional("discountRate", static x => x.DiscountRate, Forms.Share);
        return values => InfrastructureAccount.Of(
            values.Get(name),
            values.Get(sites),
            values.Get(totalSites),
            values.Get(sitesPerYear),
            values.Get(arrPerSite),
            values.Get(grossMargin),
            values.Get(logoRetention),
            values.Get(years),
            values.Get(discountRate));
    }

    private static Func<Values<InfrastructureYear>, InfrastructureYear> InfrastructureYearForm(
        RecordBuilder<InfrastructureYear> record)
    {
        var year = record.Required("year", static x => x.Year);
        var sites = record.Required("sites", static x => x.Sites);
        var arr = record.Required("arr", static x => x.Arr);
        var survival = record.Required("survival", static x => x.Survival);
        var grossProfit = record.Required("grossProfit", static x => x.GrossProfit);
        return values => new InfrastructureYear(
            values.Get(year),
            values.Get(sites),
            values.Get(arr),
            values.Get(survival),
            values.Get(grossProfit));
    }

    private static Func<Values<InfrastructureLifetimeValue>, InfrastructureLifetimeValue>
        InfrastructureLifetimeValueForm(RecordBuilder<InfrastructureLifetimeValue> record)
    {
        var account = record.Required("account", static x => x.Account);
        var years = record.Optional("years", static x => x.Years);
        var lifetimeValue = record.Required("lifetimeValue", static x => x.LifetimeValue);
        return values => new InfrastructureLifetimeValue(
            values.Get(account),
            values.Get(years),
            values.Get(lifetimeValue));
    }

    private static Func<Values<LifetimeValueBenchmark>, LifetimeValueBenchmark> LifetimeValueBenchmarkForm(
        RecordBuilder<LifetimeValueBenchmark> record)
    {
        var segment = record.Required("segment", static x => x.Segment, Forms.Name);
        var lifetimeValue = record.Required("lifetimeValue", static x => x.LifetimeValue, Forms.AmountBand);
        var acv = record.Required("acv", static x => x.Acv, Forms.AmountBand);
        var grossMargin = record.Required("grossMargin", static x => x.GrossMargin, Forms.ShareBand);
        var logoRetention = record.Required("logoRetention", static x => x.LogoRetention, Forms.ShareBand);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => LifetimeValueBenchmark.Of(
            values.Get(segment),
            values.Get(lifetimeValue),
            values.Get(acv),
            values.Get(grossMargin),
            values.Get(logoRetention),
            values.Get(citation));
    }
}
