namespace RevenueModel.Import;

/// <summary>The relation of amounts to a column of quantities.</summary>
public enum SubscriptionQuantities
{
    /// <summary>The name of the column of amounts decides: a unit price is multiplied. With another name, a row with a
    /// quantity other than one is refused.</summary>
    Detect = 0,

    /// <summary>The amount is that of all units.</summary>
    AmountIsTotal = 1,

    /// <summary>The amount is that of one unit, and is multiplied by the quantity.</summary>
    AmountIsPerUnit = 2,
}
