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

    private static Func<Values<LifetimeValueBenchmark>, LifetimeValueBenchmark> LifetimeValueBenchmarkForm(
        RecordBuilder<LifetimeValueBenchmark> record)
    {
        var segment = record.Required("segment", static x => x.Segment, Forms.Name);
        var lifetimeValue = record.Required("lifetimeValue", static x => x.LifetimeValue, Forms.ClosedAmountBand);
        var acv = record.Required("acv", static x => x.Acv, Forms.ClosedAmountBand);
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
