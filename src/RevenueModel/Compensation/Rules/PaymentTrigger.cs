
namespace RevenueModel.Compensation;

/// <summary>The event that makes earned pay payable.</summary>
/// <remarks>Invoices and cash cover the contract value of a deal once, regardless of the measures of its credits.
/// Credits of one day are covered together, and credits of several days in order. A negative credit reduces the
/// contract value in proportion, unless it has a <see cref="CompCredit.ContractValue"/>. A credit without a deal, or
/// of a deal without a monetary value, is payable when it is earned. Pay for a deal that is never invoiced or paid
/// stays deferred until a <see cref="Clawback"/> on non-payment voids it.</remarks>
public enum PaymentTrigger
{
    /// <summary>Booking: pay is payable when it is earned. The default.</summary>
    Booking = 0,

    /// <summary>Invoicing: pay is payable in proportion to the invoiced amount.</summary>
    Invoice = 1,

    /// <summary>Cash receipt: pay is payable in proportion to the cash received less refunds.</summary>
    CashReceived = 2,

    /// <summary>Full payment: all pay is payable on the day on which the customer has paid in full, and nothing
    /// before.</summary>
    PaidInFull = 3,
}
