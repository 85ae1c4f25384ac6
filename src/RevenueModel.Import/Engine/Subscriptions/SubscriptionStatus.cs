namespace RevenueModel.Import;

/// <summary>The meaning of the status of a subscription.</summary>
internal enum SubscriptionStatus
{
    /// <summary>It continues.</summary>
    Active,

    /// <summary>It is in a free trial.</summary>
    Trial,

    /// <summary>It ended.</summary>
    Ended,

    /// <summary>Its first payment failed, so that it never started.</summary>
    NeverStarted,
}
