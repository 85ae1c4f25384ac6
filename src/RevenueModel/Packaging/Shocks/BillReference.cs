
namespace RevenueModel.Packaging;

/// <summary>The reference with which a bill is compared to find a shock.</summary>
public enum BillReference
{
    /// <summary>The mean of the bills before it, up to the window, at least one. The default. Budgets that follow past
    /// spend use it: AWS Budgets uses a moving average of up to twelve months.</summary>
    TrailingMean = 0,

    /// <summary>The previous bill. The FCC defines bill shock as an increase from one month to the next, and Huawei
    /// Cloud's anomaly rule for monthly charges compares with the month before.</summary>
    PreviousBill = 1,

    /// <summary>The first bill of the history. Growth is often stated in multiples of the first year (iPaaS 2027,
    /// section 2.2: 1.0x, 1.5x, 2.2x).</summary>
    FirstBill = 2,

    /// <summary>The median of all bills of the history, including later ones. It is the usual bill of the customer,
    /// and spikes do not change it. For analysis of the past, as in robust outlier rules; it is unknown when a bill is
    /// issued.</summary>
    Median = 3,
}
