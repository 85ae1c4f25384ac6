namespace RevenueModel.Kpis;

/// <summary>The status of an indicator.</summary>
public enum KpiStatus
{
    /// <summary>There is no value: no data, or an undefined ratio.</summary>
    NotMeasured = 0,

    /// <summary>There is no benchmark to compare with.</summary>
    NoBenchmark = 1,

    /// <summary>There are fewer cases than <see cref="ScorecardOptions.MinCount"/>.</summary>
    TooFew = 2,

    /// <summary>The whole interval is beyond the alarm.</summary>
    Alarm = 3,

    /// <summary>Neither an alarm nor healthy is certain.</summary>
    Watch = 4,

    /// <summary>The whole interval is healthy, or better than the healthy band.</summary>
    Healthy = 5,

    /// <summary>There are enough cases, but the reading has no interval, so that it is not judged.</summary>
    NoInterval = 6,
}
