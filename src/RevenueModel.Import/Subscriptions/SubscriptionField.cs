namespace RevenueModel.Import;

/// <summary>The fields that a column of an export of subscriptions can hold. <see cref="Account"/> is required, and
/// either <see cref="Start"/> and <see cref="Amount"/>, or <see cref="Month"/> and <see cref="Amount"/>, or columns
/// whose names are months.</summary>
public enum SubscriptionField
{
    /// <summary>The id or name of the account.</summary>
    Account = 0,

    /// <summary>The id of the subscription.</summary>
    Id = 1,

    /// <summary>The first day of the term.</summary>
    Start = 2,

    /// <summary>The end of the term. A blank value is a term without an end.</summary>
    End = 3,

    /// <summary>The amount of the interval, of the month, or of the term.</summary>
    Amount = 4,

    /// <summary>The number of units.</summary>
    Quantity = 5,

    /// <summary>The interval of the amount, such as month or year.</summary>
    Interval = 6,

    /// <summary>The number of intervals that the amount is for.</summary>
    IntervalCount = 7,

    /// <summary>The month of the amount, in an export of recurring revenue by month.</summary>
    Month = 8,

    /// <summary>The product or plan.</summary>
    Product = 9,

    /// <summary>The site.</summary>
    Site = 10,

    /// <summary>The segment of the account.</summary>
    Segment = 11,

    /// <summary>The currency of the amounts.</summary>
    Currency = 12,

    /// <summary>The end of a free trial, the first day that is paid.</summary>
    TrialEnd = 13,

    /// <summary>The day on which the subscription was canceled.</summary>
    Canceled = 14,

    /// <summary>The status, such as active or canceled.</summary>
    Status = 15,
}
