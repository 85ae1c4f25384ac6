
namespace RevenueModel.Compensation;

/// <summary>The day from which the months of a <see cref="Residual"/> count.</summary>
public enum ResidualAnchor
{
    /// <summary>The day of the account's first credit of new ARR in the ledger, under whatever plan. The default.</summary>
    Booking = 0,

    /// <summary>The day the account went live.</summary>
    GoLive = 1,

    /// <summary>The day of the account's first invoice.</summary>
    FirstInvoice = 2,
}
