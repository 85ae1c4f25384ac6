namespace RevenueModel.Import;

/// <summary>The fields that a column of a usage export can hold.</summary>
public enum UsageField
{
    /// <summary>The customer or user; required.</summary>
    Customer = 0,

    /// <summary>The meter. Without such a column all quantities are of one meter.</summary>
    Meter = 1,

    /// <summary>The month, day or time of the usage. It is required unless the columns are months.</summary>
    Period = 2,

    /// <summary>The quantity. It is required unless the columns are months or meters.</summary>
    Quantity = 3,
}
