namespace RevenueModel.Retention;

/// <summary>The time of the first payment that a lifetime value counts.</summary>
public enum FirstPayment
{
    /// <summary>The first payment is made now, and it is certain. The default: subscriptions are paid in
    /// advance.</summary>
    Now = 0,

    /// <summary>The first payment is made in one period, by accounts that renew: the value of an account that has just
    /// paid.</summary>
    AfterOnePeriod = 1,
}
