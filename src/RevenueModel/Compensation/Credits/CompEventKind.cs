
namespace RevenueModel.Compensation;

/// <summary>The kinds of <see cref="CompEvent"/>.</summary>
public enum CompEventKind
{
    /// <summary>A buying organization was engaged.</summary>
    BuyersEngaged = 0,

    /// <summary>A named milestone was reached.</summary>
    MilestoneReached = 1,

    /// <summary>The account went live.</summary>
    WentLive = 2,

    /// <summary>An invoice was sent.</summary>
    Invoiced = 3,

    /// <summary>Cash was received.</summary>
    CashReceived = 4,

    /// <summary>The account churned.</summary>
    Churned = 5,

    /// <summary>The customer did not pay.</summary>
    NotPaid = 6,

    /// <summary>Cash was returned to the customer.</summary>
    Refunded = 7,
}
