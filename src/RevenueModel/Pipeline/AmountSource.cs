
namespace RevenueModel.Pipeline;

/// <summary>Where the amount of a deal comes from.</summary>
public enum AmountSource
{
    /// <summary>Recorded on the deal itself.</summary>
    Recorded = 0,

    /// <summary>Filled in from a price list, since the deal carried none.</summary>
    PriceList = 1,
}
