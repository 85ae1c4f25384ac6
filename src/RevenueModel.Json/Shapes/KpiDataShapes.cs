using RevenueModel.Kpis;
using RevenueModel.Retention;
using RevenueModel.Statistics;

namespace RevenueModel.Json;

/// <summary>The JSON forms of the data and options of scorecards, and of estimates.</summary>
internal static class KpiDataShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddEnum<PocOutcome>();
        shapes.AddEnum<PocStopCause>();
        shapes.Add<RatioEstimate>(RatioForm);
        shapes.Add<MedianEstimate>(MedianForm);
        shapes.Add<Poc>(PocForm);
        shapes.Add<PocReading>(PocReadingForm);
        shapes.Add<PocHealth>(PocHealthForm);
        shapes.Add<PocRevenueMonth>(PocRevenueForm);
        shapes.Add<AccountSites>(SitesForm);
        shapes.Add<AccountRevenue>(RevenueForm);
        shapes.Add<ScorecardData>(DataForm);
        shapes.Add<ScorecardOptions>(OptionsForm);
    }

    private static Func<Values<RatioEstimate>, RatioEstimate> RatioForm(RecordBuilder<RatioEstimate> record)
    {
        var value = record.Required("value", static x => x.Value);
        var count = record.Required("count", static x => x.Count);
        var standardError = record.Optional("standardError", static x => x.StandardError);
        var interval = record.Optional("interval", static x => x.Interval);
        return values => new RatioEstimate
        {
            Value = values.Get(value),
            Count = values.Get(count),
            StandardError = values.Get(standardError),
            Interval = values.Get(interval),
        };
    }

    private static Func<Values<MedianEstimate>, MedianEstimate> MedianForm(RecordBuilder<MedianEstimate> record)
    {
        var value = record.Required("value", static x => x.Value);
        var count = record.Required("count", static x => x.Count);
        var interval = record.Optional("interval", static x => x.Interval);
        return values => new MedianEstimate
        {
            Value = values.Get(value),
            Count = values.Get(count),
            Interval = values.Get(interval),
        };
    }

    private static Func<Values<Poc>, Poc> PocForm(RecordBuilder<Poc> record)
    {
        var id = record.Required("id", static x => x.Id, Forms.Name);
        var account = record.Required("account", static x => x.Account, Forms.Name);
        var segment = record.Optional("segment", static x => x.Segment, Forms.Name!);
        var started = record.Required("started", static x => x.Started);
        var ended = record.Optional("ended", static x => x.Ended);
        var outcome = record.Optional("outcome", static x => x.Outcome);
        var stopCause = record.Optional("stopCause", static x => x.StopCause);
        var productionArr = record.Optional(
            "productionArr", static x => x.ProductionArr, Forms.NotNegative.OrNull());
        return values => new Poc
        {
            Id = values.Get(id),
            Account = values.Get(account),
            Segment = values.Get(segment),
            Started = values.Get(started),
            Ended = values.Get(ended),
            Outcome = values.Get(outcome),
            StopCause = values.Get(stopCause),
            ProductionArr = values.Get(productionArr),
        };
    }

    private static Func<Values<PocReading>, PocReading> PocReadingForm(RecordBuilder<PocReading> record)
    {
        var poc = record.Required("poc", static x => x.Poc, Forms.Name);
        var day = record.Required("day", static x => x.Day);
        var alerts = record.Optional("alerts", static x => x.Alerts, Forms.Long(0));
        var falseAlerts = record.Optional("falseAlerts", static x => x.FalseAlerts, Forms.Long(0));
        var assetsFound = record.Optional("assetsFound", static x => x.AssetsFound, Forms.Long(0));
        var assetsTotal = record.Optional("assetsTotal", static x => x.AssetsTotal, Forms.Long(0));
        var processEvents = record.Optional("processEvents", static x => x.ProcessEvents, Forms.Long(0));
        return values => new PocReading
        {
            Poc = values.Get(poc),
            Day = values.Get(day),
            Alerts = values.Get(alerts),
            FalseAlerts = values.Get(falseAlerts),
            AssetsFound = values.Get(assetsFound),
            AssetsTotal = values.Get(assetsTotal),
            ProcessEvents = values.Get(processEvents),
        };
    }

    private static Func<Values<PocHealth>, PocHealth> PocHealthForm(RecordBuilder<PocHealth> record)
    {
        var poc = record.Required("poc", static x => x.Poc, Forms.Name);
        var lastDay = record.Required("lastDay", static x => x.LastDay);
        var alerts = record.Required("alerts", static x => x.Alerts, Forms.Long(0));
        var falseAlerts = record.Required("falseAlerts", static x => x.FalseAlerts, Forms.Long(0));
        var assetCompleteness = record.Optional("assetCompleteness", static x => x.AssetCompleteness);
        var processEvents = record.Required("processEvents", static x => x.ProcessEvents, Forms.Long(0));
        return values => new PocHealth
        {
            Poc = values.Get(poc),
            LastDay = values.Get(lastDay),
            Alerts = values.Get(alerts),
            FalseAlerts = values.Get(falseAlerts),
            AssetCompleteness = values.Get(assetCompleteness),
            ProcessEvents = values.Get(processEvents),
        };
    }

    private static Func<Values<PocRevenueMonth>, PocRevenueMonth> PocRevenueForm(
        RecordBuilder<PocRevenueMonth> record)
    {
        var month = record.Required("month", static x => x.Month);
        var arr = record.Required("arr", static x => x.Arr);
        var low = record.Required("low", static x => x.Low);
        var high = record.Required("high", static x => x.High);
        return values => new PocRevenueMonth
        {
            Month = values.Get(month),
            Arr = values.Get(arr),
            Low = values.Get(low),
            High = values.Get(high),
        };
    }

    private static Func<Values<AccountSites>, AccountSites> SitesForm(RecordBuilder<AccountSites> record)
    {
        var account = record.Required("account", static x => x.Account, Forms.Name);
        var segment = record.Optional("segment", static x => x.Segment, Forms.Name!);
        var totalSites = record.Optional("totalSites", static x => x.TotalSites, Forms.Count.OrNull());
        var liveDates = record.Optional("liveDates", static x => x.LiveDates);
        return values => new AccountSites
        {
            Account = values.Get(account),
            Segment = values.Get(segment),
            TotalSites = values.Get(totalSites),
            LiveDates = values.Get(liveDates),
        };
    }

    private static Func<Values<AccountRevenue>, AccountRevenue> RevenueForm(RecordBuilder<AccountRevenue> record)
    {
        var account = record.Required("account", static x => x.Account, Forms.Name);
        var segment = record.Optional("segment", static x => x.Segment, Forms.Name!);
        var recurring = record.Required("recurring", static x => x.Recurring, Forms.NotNegative);
        var services = record.Required("services", static x => x.Services, Forms.NotNegative);
        return values => new AccountRevenue
        {
            Account = values.Get(account),
            Segment = values.Get(segment),
            Recurring = values.Get(recurring),
            Services = values.Get(services),
        };
    }

    private static Func<Values<ScorecardData>, ScorecardData> DataForm(RecordBuilder<ScorecardData> record)
    {
        var opportunities = record.Optional("opportunities", static x => x.Opportunities);
        var subscriptions = record.Optional("subscriptions", static x => x.Subscriptions);
        var pocs = record.Optional("pocs", static x => x.Pocs);
        var sites = record.Optional("sites", static x => x.Sites);
        var revenues = record.Optional("revenues", static x => x.Revenues);
        var customReadings = record.Optional("customReadings", static x => x.CustomReadings);
        return values => new ScorecardData
        {
            Opportunities = values.Get(opportunities),
            Subscriptions = values.Get(subscriptions),
            Pocs = values.Get(pocs),
            Sites = values.Get(sites),
            Revenues = values.Get(revenues),
            CustomReadings = values.Get(customReadings),
        };
    }

    private static Func<Values<ScorecardOptions>, ScorecardOptions> OptionsForm(
        RecordBuilder<ScorecardOptions> record)
    {
        var asOf = record.Required("asOf", static x => x.AsOf);
        var windowMonths = record.Optional("windowMonths", static x => x.WindowMonths, Forms.Months, 12);
        var confidence = record.Optional("confidence", static x => x.Confidence, fallback: 0.95);
        var minCount = record.Optional("minCount", static x => x.MinCount, Forms.Count, 5);
        var grossMargin = record.Optional("grossMargin", static x => x.GrossMargin, Forms.Share.OrNull());
        var revenueRules = record.Optional(
            "revenueRules", static x => x.RevenueRules, fallback: RevenueRules.Default);
        var benchmarks = record.Optional(
            "benchmarks", static x => x.Benchmarks, fallback: PublishedBenchmarks.OtSecurity2027);
        var customKpis = record.Optional("customKpis", static x => x.CustomKpis);
        var baseline = record.Optional("baseline", static x => x.Baseline);
        return values => new ScorecardOptions
        {
            AsOf = values.Get(asOf),
            WindowMonths = values.Get(windowMonths),
            Confidence = values.Get(confidence),
            MinCount = values.Get(minCount),
            GrossMargin = values.Get(grossMargin),
            RevenueRules = values.Get(revenueRules),
            Benchmarks = values.Get(benchmarks),
            CustomKpis = values.Get(customKpis),
            Baseline = values.Get(baseline),
        };
    }
}
