using NodaTime;
using RevenueModel.Pricing;

namespace RevenueModel.Benchmarks;

/// <summary>
/// Two years of the operations of many customers, the same on every machine: whole numbers, a few customers with most
/// of them.
/// </summary>
/// <remarks>
/// Sizes of customers are spread like a log-normal distribution: half run more than 8,000 operations in their first
/// month, one in six more than 53,000, one in forty more than 350,000. Usage grows by 0% to 4% a month, a month is off
/// its trend by a third, and one month in fifty has four times its usage. One customer in forty does nothing in one
/// month of three.
/// </remarks>
internal static class UsageBook
{
    /// <summary>The number of customers in the benchmarks that are about many.</summary>
    public const int Customers = 10_000;

    /// <summary>The months of a history.</summary>
    public const int Months = 24;

    /// <summary>The meter of the operations.</summary>
    public const string Meter = "operations";

    private const double Median = 8_000;
    private const double SpreadOfCustomers = 1.9;
    private const double SpreadOfMonths = 0.33;

    /// <summary>Five graduated tiers at parts of a cent for an operation.</summary>
    public static TieredPrice Price { get; } = PriceModel.Graduated(
        PriceTier.UpTo(1_000m, 0.025m),
        PriceTier.UpTo(10_000m, 0.018m),
        PriceTier.UpTo(100_000m, 0.0125m),
        PriceTier.UpTo(1_000_000m, 0.009m),
        PriceTier.Beyond(0.0065m));

    /// <summary>The same tiers beyond an allowance, with a fee, a discount, a commitment and a cap.</summary>
    public static PricePlan Plan { get; } = new()
    {
        Name = "Business",
        BaseFee = 120m,
        Charges = [new Charge { Name = Meter, Price = Price, Allowance = Allowance.Of(5_000m) }],
        PercentDiscount = 0.1m,
        Commitment = Commitment.Of(150m),
        Protection = new OverageProtection { Cap = BillCap.AtMultiple(20m) },
    };

    /// <summary>The usage of a customer by month.</summary>
    public static decimal[] Operations(int customer)
    {
        var draws = new Draws(20270104 + (ulong)customer);
        double level = Median * Math.Exp(SpreadOfCustomers * Normal(ref draws));
        double growth = 1 + (0.04 * draws.Fraction());
        bool pauses = draws.OneIn(40);
        var operations = new decimal[Months];
        for (int month = 0; month < Months; month++)
        {
            double used = level * Math.Exp(SpreadOfMonths * Normal(ref draws)) * (draws.OneIn(50) ? 4 : 1);
            operations[month] = pauses && draws.OneIn(3) ? 0m : decimal.Floor((decimal)used);
            level *= growth;
        }

        return operations;
    }

    /// <summary>The months of customers, one customer after the other.</summary>
    public static decimal[] Usages(int count) =>
        [.. Enumerable.Range(0, (count / Months) + 1).SelectMany(Operations).Take(count)];

    /// <summary>The histories of the first customers.</summary>
    public static UsageHistory[] Histories(int customers) =>
    [
        .. Enumerable.Range(0, customers).Select(customer => UsageHistory.Of(
            FormattableString.Invariant($"C-{customer}"), new YearMonth(2026, 1), Meter, Operations(customer))),
    ];

    // The sum of twelve draws is near enough, and the same on every machine.
    private static double Normal(ref Draws draws)
    {
        double sum = -6;
        for (int i = 0; i < 12; i++)
        {
            sum += draws.Fraction();
        }

        return sum;
    }
}
