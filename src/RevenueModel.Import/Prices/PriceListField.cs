namespace RevenueModel.Import;

/// <summary>The fields that a column of a price list can hold; both are required.</summary>
public enum PriceListField
{
    /// <summary>The name of the product.</summary>
    Product = 0,

    /// <summary>The price per year.</summary>
    Price = 1,
}
