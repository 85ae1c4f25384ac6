namespace RevenueModel.Kpis;

/// <summary>Prints values of indicators in their units.</summary>
internal static class KpiText
{
    /// <summary>Returns a value in its unit.</summary>
    public static string Of(decimal value, KpiUnit unit) => unit switch
    {
        KpiUnit.Ratio => Invariant($"{value * 100m:#,0.0}%"),
        KpiUnit.Money => Invariant($"{value:#,0}"),
        KpiUnit.Months => Invariant($"{value:#,0.0} months"),
        _ => Invariant($"{value:#,0.0}"),
    };

    /// <summary>Returns an interval in the unit of its values.</summary>
    public static string Of(KpiInterval interval, KpiUnit unit)
    {
        KpiUnit lower = unit == KpiUnit.Months ? KpiUnit.Number : unit;
        return Of(interval.Lower, lower) + " to " + (interval.Upper is { } upper ? Of(upper, unit) : "open");
    }

    /// <summary>Returns a status in lower case.</summary>
    public static string Of(KpiStatus status) => status switch
    {
        KpiStatus.NotMeasured => "not measured",
        KpiStatus.NoBenchmark => "no benchmark",
        KpiStatus.TooFew => "too few cases",
        KpiStatus.NoInterval => "no interval",
        KpiStatus.Alarm => "alarm",
        KpiStatus.Watch => "watch",
        _ => "healthy",
    };

    /// <summary>Returns a change with its direction.</summary>
    public static string Of(KpiTrend trend, KpiUnit unit) => (trend.Change < 0m ? "" : "+")
        + Of(trend.Change, unit) + Invariant($" since {trend.Since:R}, {Of(trend.Direction)}");

    /// <summary>Returns a direction in lower case.</summary>
    public static string Of(KpiTrendDirection direction) => direction switch
    {
        KpiTrendDirection.Better => "better",
        KpiTrendDirection.Worse => "worse",
        _ => "unclear",
    };
}
