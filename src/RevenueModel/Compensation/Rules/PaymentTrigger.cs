
namespace RevenueModel.Compensation;

/// <summary>What makes earned pay payable.</summary>
/// <remarks>Money covers the credits of a deal in the order of their days. A credit without a deal, or of a measure that is
/// not money and has no <see cref="CompCredit.ContractValue"/>, is payable when it is earned. What is never invoiced
/// or paid waits: a <see cref="Clawback"/> on non-payment voids it.</remarks>
public enum PaymentTrigger
{
    /// <summary>The booking: pay is payable when it is earned. The default.</summary>
    Booking = 0,

    /// <summary>The invoice, pro rata on part invoices.</summary>
    Invoice = 1,

    /// <summary>The cash received, pro rata on part payments.</summary>
    CashReceived = 2,
}
