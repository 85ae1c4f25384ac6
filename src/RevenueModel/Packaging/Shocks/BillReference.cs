
namespace RevenueModel.Packaging;

/// <summary>What a bill is compared with to see whether it is a shock.</summary>
public enum BillReference
{
    /// <summary>The mean of the bills before it, as many as the window holds, at least one; the default. Budgets that
    /// follow what was spent use it: AWS Budgets takes a moving average of up to twelve months.</summary>
    TrailingMean = 0,

    /// <summary>The bill before it. The FCC's bill shock is an increase from one month to the next, and Huawei Cloud's
    /// anomaly rule for monthly charges compares with the month before.</summary>
    PreviousBill = 1,

    /// <summary>The first bill of the history. Growth that is told in multiples of the first year is (iPaaS 2027,
    /// section 2.2: 1.0x, 1.5x, 2.2x).</summary>
    FirstBill = 2,

    /// <summary>The median of all bills of the history, including later ones: the usual bill of the customer, which
    /// spikes do not move. For analysis of the past, as robust outlier rules do; it is not known yet when a bill is
    /// issued.</summary>
    Median = 3,
}
