#:property PublishAot=false
#:project ../../src/RevenueModel/RevenueModel.csproj

// Bills one account from January to November with six changes: a price change, a top-up of prepaid credit, a plan
// change, a voided invoice with a refund, late usage, and an early end of the contract. Each line is printed with its
// explanation.
//
//   dotnet run docs/samples/billing.cs

using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

const string Messages = "messages";
const string Activations = "activations";

var messages = new Charge
{
    Name = Messages,
    Price = PriceModel.Graduated(PriceTier.UpTo(100m, 2.40m), PriceTier.Beyond(1.80m)),
    Conversion = UnitConversion.Divide(1_000m, UnitRounding.Up),
    Allowance = Allowance.Of(50m, Rollover.UpTo(10m)),
};
var activations = new Charge { Name = Activations, Price = PriceModel.PerUnit(1.20m) };
var standard = new PricePlan
{
    Name = "Standard",
    BaseFee = 600m,
    Charges = [messages, activations],
    Commitment = Commitment.Of(18_000m) with { Period = CommitmentPeriod.ContractYear },
};
PricePlan indexed = standard with
{
    Name = "Standard 2027-03",
    Charges = [messages, activations with { Price = PriceModel.PerUnit(1.30m) }],
};
PricePlan scale = indexed with { Name = "Scale", BaseFee = 1_100m, PercentDiscount = 0.10m };

var account = new BillingAccount
{
    Customer = "Brenner Pumps",
    Currency = Currency.Eur,
    ContractStart = new LocalDate(2027, 1, 1),
    Plan = standard,
    TaxRate = 0.19m,
    Cycle = new BillingCycle { Fee = FeeTiming.InAdvance },
};
List<Invoice> issued = [];
List<CreditNote> notes = [];

Title("The account starts in January. The base fee is billed in advance, usage in arrears.");
Issue(InvoiceCalculator.Advance(account));
Bill(92_400m, 310m);
Bill(118_000m, 322m);

Title("1. From March 1, an activation costs 1.30 instead of 1.20. The charge for messages does not change.");
account = account.ChangePlan(indexed, new LocalDate(2027, 3, 1));
Bill(131_500m, 330m);

Title("2. On April 20, the customer buys a credit of 500. It covers no spend before that day.");
var toppedUp = new LocalDate(2027, 4, 20);
account = account.AddCredit(new PrepaidCredit { Id = "top-up", Balance = 500m, Usable = DateSpan.From(toppedUp) });
Split(toppedUp, (84_000m, 335m), (51_700m, 0m));
Bill(140_200m, 341m);

Title("3. On June 11, the plan changes to Scale. Both base fees are prorated by days.");
account = account.ChangePlan(scale, new LocalDate(2027, 6, 11));
Split(new LocalDate(2027, 6, 11), (47_000m, 344m), (102_300m, 12m));
Bill(161_900m, 360m);

Title("4. An interim invoice of August 16 is voided, and 80 of the base fee of July is refunded.");
Invoice interim = InvoiceCalculator.Interim(
    account, new LocalDate(2027, 8, 16), [MeterUsage.Of(Messages, 81_000m), MeterUsage.Of(Activations, 365m)]);
Issue(interim);
Note(CreditNoteCalculator.Void(account, interim));

// The fee of July was billed in advance, by the final invoice of June. Its last base fee is that of July.
Invoice june = issued[^3];
int feeOfJuly = june.Lines.Index().Last(line => line.Item.Kind == InvoiceLineKind.BaseFee).Index;
Note(CreditNoteCalculator.OfLines(june, [new LineCredit(feeOfJuly, Amount: 80m)]));
Bill(170_400m, 365m);

Title("5. In September, 22,000 more messages of May become known.");
Invoice may = issued.Single(
    invoice => invoice.Kind == InvoiceKind.Final && invoice.Period.Span.Start == new LocalDate(2027, 5, 1));
Issue(AdjustmentCalculator.Adjust(
    account,
    issued.SkipWhile(invoice => invoice != may),
    BillingCorrection.OfUsage(may.Period.Span, MeterUsage.Of(Messages, 162_200m), MeterUsage.Of(Activations, 341m))));
Bill(158_300m, 371m);
Bill(149_000m, 371m);

Title("6. The contract ends on November 16. The base fee and the commitment are prorated by days.");
account = account.EndContract(new LocalDate(2027, 11, 16));
Bill(60_100m, 371m);

Console.WriteLine();
decimal total = issued.Sum(invoice => invoice.Total) + notes.Sum(note => note.Total);
Console.WriteLine(FormattableString.Invariant(
    $"{issued.Count} invoices and {notes.Count} credit notes, {total:#,0.00} EUR in total."));
Console.WriteLine($"The contract is fully billed: {(account.IsFullyBilled ? "yes" : "no")}.");
Console.WriteLine($"Prepaid credits at the end: {account.Credits}.");

void Bill(decimal messageCount, decimal activationCount) => Issue(InvoiceCalculator.Next(
    account,
    account.NextPeriod(),
    [MeterUsage.Of(Messages, messageCount), MeterUsage.Of(Activations, activationCount)]));

// Bills the next period with the usage before a day and from that day on stated separately.
void Split(LocalDate on, (decimal Messages, decimal Activations) before, (decimal Messages, decimal Activations) after)
{
    DateSpan period = account.NextPeriod();
    DateSpan first = DateSpan.Between(period.Start, on);
    DateSpan second = DateSpan.Between(on, period.End!.Value);
    Issue(InvoiceCalculator.Next(
        account,
        period,
        [
            MeterUsage.Of(Messages, before.Messages, first),
            MeterUsage.Of(Messages, after.Messages, second),
            MeterUsage.Of(Activations, before.Activations, first),
            MeterUsage.Of(Activations, after.Activations, second),
        ]));
}

void Issue(Invoice invoice)
{
    issued.Add(invoice);
    account = invoice.ClosingAccount;
    Console.WriteLine($"{invoice.Kind} invoice: {invoice}");
    Print(invoice.Lines);
}

void Note(CreditNote note)
{
    notes.Add(note);
    account = note.ClosingAccount ?? account; // a refund does not change the account
    Console.WriteLine($"Credit note: {note}");
    Print(note.Lines);
}

void Print(ValueList<InvoiceLine> lines)
{
    foreach (InvoiceLine line in lines)
    {
        Console.WriteLine($"  {line}");
    }
}

void Title(string text)
{
    Console.WriteLine();
    Console.WriteLine(text);
}
