using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>Splits invoices between cost centers, to the minor unit.</summary>
/// <remarks>Amounts are allocated by largest remainder (<see cref="AllocationCalculator"/>): the parts sum to the
/// amount, and each part differs from its exact share by less than one minor unit.</remarks>
public static class CostCenterCalculator
{
    /// <summary>Splits a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="centers">The cost centers, with distinct names and at least one weight above zero.</param>
    /// <returns>An amount for each cost center, in their order. The amounts sum to the line.</returns>
    /// <exception cref="ArgumentException">No weight is above zero, a name is duplicated, or the line's amount is
    /// finer than the minor unit or does not fit 64 bits of minor units.</exception>
    /// <example><code>
    /// using RevenueModel.Pricing;
    /// 
    /// var account = new BillingAccount
    /// {
    ///     Customer = "Acme", Currency = Currency.Usd, ContractStart = new LocalDate(2027, 1, 1),
    ///     Plan = new PricePlan { Name = "Team", BaseFee = 100m },
    /// };
    /// Invoice january = InvoiceCalculator.Next(account, account.NextPeriod());
    /// CostCenter[] centers = [CostCenter.Of("Sales", 2m), CostCenter.Of("IT", 1m)];
    /// var parts = CostCenterCalculator.Split(january.Lines[0], centers);
    /// Console.WriteLine(string.Join("; ", parts)); // Sales: 66.67; IT: 33.33
    /// </code></example>
    public static ValueList<Keyed<string, decimal>> Split(InvoiceLine line, params ReadOnlySpan<CostCenter> centers)
    {
        Guard.Against.Null(line);
        return Split(line.Amount, line.Currency, centers, nameof(line));
    }

    /// <inheritdoc cref="Split(InvoiceLine, ReadOnlySpan{CostCenter})"/>
    public static ValueList<Keyed<string, decimal>> Split(InvoiceLine line, IEnumerable<CostCenter> centers) =>
        Split(line, centers.AsItems());

    /// <summary>Splits the total of an invoice.</summary>
    /// <param name="invoice">The invoice.</param>
    /// <param name="centers">The cost centers, with distinct names and at least one weight above zero.</param>
    /// <returns>An amount for each cost center, in their order. The amounts sum to the total.</returns>
    /// <remarks>The parts of each line, split separately, may sum to another amount for a cost center. The difference
    /// is at most one minor unit per line, because the remainders of small lines can all have the same sign.</remarks>
    /// <exception cref="ArgumentException">No weight is above zero, a name is duplicated, or the total does not fit 64
    /// bits of minor units.</exception>
    public static ValueList<Keyed<string, decimal>> Split(Invoice invoice, params ReadOnlySpan<CostCenter> centers)
    {
        Guard.Against.Null(invoice);
        return Split(invoice.Total, invoice.Currency, centers, nameof(invoice));
    }

    /// <inheritdoc cref="Split(Invoice, ReadOnlySpan{CostCenter})"/>
    public static ValueList<Keyed<string, decimal>> Split(Invoice invoice, IEnumerable<CostCenter> centers) =>
        Split(invoice, centers.AsItems());

    private static ValueList<Keyed<string, decimal>> Split(
        decimal amount, Currency currency, ReadOnlySpan<CostCenter> centers, string name)
    {
        ValueList<CostCenter> all = DomainGuards.RequireDistinct(
            ValueList.Create(centers), static center => center.Name, nameof(centers), "name");
        if (!all.Any(static center => center.Weight > 0m))
        {
            throw new ArgumentException(
                $"centers had {Plural.Of(all.Count, "weight")}, none above zero; at least one is "
                    + "expected.", nameof(centers));
        }

        if (!currency.Rounding.TryToMinorUnits(amount, out _))
        {
            throw DomainGuards.OutOfRange(
                name, amount, "an amount with at most "
                    + Invariant($"{Plural.Of(currency.Rounding.Digits, "decimal place")}, within 64 bits of minor ")
                    + "units,");
        }

        decimal[] weights = [.. all.Select(static center => center.Weight)];
        ValueList<decimal> parts = AllocationCalculator.ByLargestRemainder(amount, weights, currency.Rounding);
        return all.Select((center, index) => new Keyed<string, decimal>(center.Name, parts[index])).ToValueList();
    }
}
