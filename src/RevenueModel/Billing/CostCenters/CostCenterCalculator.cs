using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>Splits invoices between cost centres, to the minor unit.</summary>
/// <remarks>By largest remainder (<see cref="AllocationCalculator"/>): parts sum to what is split, and each is within a minor
/// unit of its share.</remarks>
public static class CostCenterCalculator
{
    /// <summary>Splits a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="centres">The cost centres, with distinct names and a weight above zero among them.</param>
    /// <returns>An amount for each cost centre, in their order, which sum to the line.</returns>
    /// <exception cref="ArgumentException">There is no weight above zero, a name stands twice, or the line's amount is finer
    /// than the minor unit.</exception>
    public static ValueList<Keyed<string, decimal>> Split(
        InvoiceLine line,
        params ReadOnlySpan<CostCenter> centres)
    {
        Guard.Against.Null(line);
        return Split(line.Amount, line.Currency, centres);
    }

    /// <summary>Splits what an invoice comes to.</summary>
    /// <param name="invoice">The invoice.</param>
    /// <param name="centres">The cost centres, with distinct names and a weight above zero among them.</param>
    /// <returns>An amount for each cost centre, in their order, which sum to the total.</returns>
    /// <remarks>Lines that are split one by one may sum to a minor unit a line more or less for a cost centre: rests of many
    /// small lines would all go the same way.</remarks>
    /// <exception cref="ArgumentException">There is no weight above zero, or a name stands twice.</exception>
    public static ValueList<Keyed<string, decimal>> Split(Invoice invoice, params ReadOnlySpan<CostCenter> centres)
    {
        Guard.Against.Null(invoice);
        return Split(invoice.Total, invoice.Currency, centres);
    }

    private static ValueList<Keyed<string, decimal>> Split(decimal amount, Currency currency, ReadOnlySpan<CostCenter> centres)
    {
        ValueList<CostCenter> all = RequireDistinct(centres);
        ValueList<decimal> parts = Parts(amount, currency, all);
        return all.Select((centre, index) => new Keyed<string, decimal>(centre.Name, parts[index])).ToValueList();
    }

    private static ValueList<CostCenter> RequireDistinct(ReadOnlySpan<CostCenter> centres) =>
        DomainGuards.RequireDistinct(ValueList.Create(centres), static centre => centre.Name, nameof(centres), "name");

    private static ValueList<decimal> Parts(decimal amount, Currency currency, ValueList<CostCenter> centres)
    {
        var weights = new decimal[centres.Count];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = centres[i].Weight;
        }

        return AllocationCalculator.ByLargestRemainder(amount, weights, currency.Rounding);
    }
}
