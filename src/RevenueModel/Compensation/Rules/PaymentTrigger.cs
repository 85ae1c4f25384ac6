namespace RevenueModel.Compensation.Rules;

/// <summary>What makes earned pay payable.</summary>
public enum PaymentTrigger
{
    /// <summary>The booking: pay is payable when it is earned. The default.</summary>
    Booking = 0,

    /// <summary>The invoice, pro rata on part invoices.</summary>
    Invoice = 1,

    /// <summary>The cash received, pro rata on part payments.</summary>
    CashReceived = 2,
}
