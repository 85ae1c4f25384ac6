namespace RevenueModel.Import;

/// <summary>The meaning of the amounts of an export of subscriptions.</summary>
public enum SubscriptionAmounts
{
    /// <summary>The amount of each interval: that of the column of intervals, or
    /// <see cref="SubscriptionImportOptions.Interval"/>, or as the name of the column tells (MRR, ARR).</summary>
    PerInterval = 0,

    /// <summary>The amount of the whole term, as on lines of invoices. The term has to be whole months or
    /// weeks.</summary>
    PerTerm = 1,
}
