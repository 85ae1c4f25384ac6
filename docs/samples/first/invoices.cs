#:property PublishAot=false
#:project ../../../src/RevenueModel/RevenueModel.csproj
// Bills five customers for January: a graduated price, and a cap on the bill at four times the base fee.
using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

PriceTier[] tiers = [PriceTier.UpTo(1_000m, 0.50m), PriceTier.UpTo(5_000m, 0.30m), PriceTier.Beyond(0.10m)];
PricePlan plan = new()
{
    Name = "Team", BaseFee = 500m, Protection = new OverageProtection { Cap = BillCap.AtMultiple(4m) },
    Charges = [new Charge { Name = "API calls", Price = PriceModel.Graduated(tiers) }],
};
DateSpan january = DateSpan.Of(new YearMonth(2027, 1));
(string Name, decimal Calls)[] customers =
    [("Adler", 0m), ("Birch", 800m), ("Cedar", 3_000m), ("Delta", 5_500m), ("Elm", 20_000m)];
foreach (var (name, calls) in customers)
{
    BillingAccount account = new()
        { Customer = name, Currency = Currency.Usd, ContractStart = new LocalDate(2027, 1, 1), Plan = plan };
    Invoice invoice = InvoiceCalculator.Next(account, january, [MeterUsage.Of("API calls", calls)]);
    await Console.Out.WriteLineAsync($"{name}, {calls:#,0} calls: {invoice.Total:#,0.00} USD");
    foreach (InvoiceLine line in invoice.Lines) await Console.Out.WriteLineAsync($"  {line}");
}
