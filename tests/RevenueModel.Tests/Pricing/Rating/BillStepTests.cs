using FsCheck.Xunit;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;
using RevenueModel.Tests.Numerics;

namespace RevenueModel.Tests.Pricing;

/// <summary>The steps of a bill: <see cref="BillCalculator.Explain(PricePlan, ReadOnlySpan{decimal})"/>.</summary>
[Properties(MaxTest = 500)]
public class BillStepTests
{
    private static readonly PricePlan Team = new()
    {
        Name = "Team",
        BaseFee = 490m,
        Charges =
        [
            new Charge
            {
                Name = "calls",
                Price = PriceModel.Graduated(PriceTier.UpTo(100m, 2m), PriceTier.Beyond(1m)),
                Conversion = UnitConversion.Divide(1_000m),
                Allowance = Allowance.Of(50m),
                UsageDiscount = 10m,
                AmountDiscount = 20m,
                PercentDiscount = 0.1m,
                Limits = Band.Between(200m, 5_000m),
            },
        ],
        AmountDiscount = 30m,
        PercentDiscount = 0.05m,
        Commitment = Commitment.Of(600m) with { OverageMultiplier = 2m },
        Protection = new OverageProtection
        {
            Cap = BillCap.At(900m),
            MoveUpTo = new PricePlan { Name = "Pro", BaseFee = 650m },
        },
    };

    // 171,234 calls are 171.234 thousands, of which 50 are included: 100 at 2 and 21.234 at 1. A discount of 10 units
    // deducts 10.
    [Fact]
    public void EachStepIsAsComputedByHand() => Assert.Equal(
        [
            "Team: 490 (490 a period)",
            "calls: 200 (171,234 metered, per 1,000 = 171.234 units, 50 of them included (allowance 50): "
                + "100 x 2 = 200)",
            "calls: 21.234 (21.234 x 1 = 21.234)",
            "calls: -10 (10 units off)",
            "calls: -20 (20 off)",
            "calls: -19.1234 (10% of 191.234)",
            "calls: 27.8894 (to the minimum of 200)",
            "Team: -30 (30 off)",
            "Team: -33 (5% of 660)",
            "Team: 27 (27 beyond the commitment of 600, x (2 - 1))",
            "Team: -4 (billed as Pro, whose bill is 650)",
        ],
        BillCalculator.Explain(Team, 171_234m).Select(step => step.ToString()));

    [Fact]
    public void AStepStatesItsFigures()
    {
        ValueList<BillStep> steps = BillCalculator.Explain(Team, 171_234m);
        Assert.Equal((BillStepKind.BaseFee, 490m, 490m), (steps[0].Kind, steps[0].Amount, steps[0].Rate));
        Assert.Equal(
            new UsageMeasure
            {
                Metered = 171_234m,
                Mean = 171_234m,
                Conversion = UnitConversion.Divide(1_000m),
                Converted = 171.234m,
                Included = 50m,
                Entitled = 50m,
                Carried = 0m,
            },
            steps[1].Measure);
        Assert.Equal((100m, 2m, "0 to 100"), (steps[1].Quantity, steps[1].Rate, steps[1].Part?.Tier));
        Assert.Equal((BillStepKind.UsageDiscount, 10m), (steps[3].Kind, steps[3].Quantity));
        Assert.Equal((BillStepKind.PercentDiscount, 0.1m, 191.234m), (steps[5].Kind, steps[5].Rate, steps[5].Of));
        Assert.Equal((BillStepKind.Minimum, 200m), (steps[6].Kind, steps[6].Bound));
        Assert.Equal(
            (BillStepKind.OverageSurcharge, 27m, 600m, 2m),
            (steps[9].Kind, steps[9].Of, steps[9].Bound, steps[9].Rate));
        Assert.Equal((BillStepKind.MovedUp, 650m, "Pro"), (steps[10].Kind, steps[10].Bound, steps[10].NextPlan));
    }

    [Fact]
    public void CapMaximumAndTrueUpAreSteps()
    {
        PricePlan plan = Team with
        {
            Protection = new OverageProtection { Cap = BillCap.At(900m) },
            Commitment = Commitment.Of(700m),
            PercentDiscount = 0m,
        };
        Assert.Equal(
            ["Team: -30 (30 off)", "Team: 40 (to the commitment of 700)"],
            BillCalculator.Explain(plan, 0m).TakeLast(2).Select(step => step.ToString()));

        // 10,000 thousands: 200 and 9,850, less 10, 20 and 10%, are above the maximum and, with the fee, the cap.
        Assert.Equal(
            [
                "calls: -4,018 (beyond the maximum of 5,000)",
                "Team: -30 (30 off)",
                "Team: -4,560 (beyond the cap of 900)",
            ],
            BillCalculator.Explain(plan, 10_000_000m).TakeLast(3).Select(step => step.ToString()));
    }

    [Fact]
    public void UsageThatIsNotBilledIsAStep()
    {
        PricePlan plan = new()
        {
            Name = "Plan",
            Charges =
            [
                new Charge { Name = "calls", Price = PriceModel.PerUnit(1m), Allowance = Allowance.Of(100m) },
                new Charge { Name = "pay", Price = PriceModel.Percentage(0.029m) },
            ],
        };
        Assert.Equal(
            ["calls: 0 (40 units, 40 of them included (allowance 100): 0 x 1 = 0)", "pay: 29 (1,000 at 2.9%)"],
            BillCalculator.Explain(plan, 40m, 1_000m).Select(step => step.ToString()));
    }

    [Property]
    public bool StepsSumToTheBill(PricingUsage given)
    {
        ValueList<BillStep> steps = BillCalculator.Explain(given.Plan, given.Quantities.AsSpan());
        return Fractions.Agrees(
            BillCalculator.Amount(given.Plan, given.Quantities.AsSpan()),
            steps.Sum(step => ExactFraction.Of(step.Amount)),
            isExact: false,
            steps.Sum(step => ExactFraction.Of(Math.Abs(step.Amount))));
    }

    [Property]
    public bool StepsOfAKindSumToThoseOfTheBill(PricingUsage given)
    {
        ValueList<BillStep> steps = BillCalculator.Explain(given.Plan, given.Quantities.AsSpan());
        PeriodBill bill = BillCalculator.Bill(given.Plan, given.Quantities.AsSpan());
        BillStep[] ofPlan = [.. steps.Where(step => step.Item == given.Plan.Name)];
        return Sum(BillStepKind.BaseFee) == bill.BaseFee
            && Sum(BillStepKind.AmountDiscount) == -bill.AmountDiscount
            && Sum(BillStepKind.PercentDiscount) == -bill.PercentDiscount
            && Sum(BillStepKind.OverageSurcharge) == bill.OverageSurcharge
            && Sum(BillStepKind.OverCap) == -bill.OverCap
            && Sum(BillStepKind.MovedUp) == -bill.MovedUp
            && Sum(BillStepKind.TrueUp) == bill.TrueUp;

        decimal Sum(BillStepKind kind) => ofPlan.Where(step => step.Kind == kind).Sum(step => step.Amount);
    }

    [Property]
    public bool StepsOfEachItemAreInTheOrderOfEvaluation(PricingUsage given)
    {
        ValueList<BillStep> steps = BillCalculator.Explain(given.Plan, given.Quantities.AsSpan());
        string[] items = [.. steps.Select(step => step.Item).Distinct()];
        string[] charges = [.. given.Plan.Charges.Select(charge => charge.Name)];
        return items.All(item => IsRising(steps.Where(step => step.Item == item).Select(step => (int)step.Kind)))
            && items.Where(item => item != given.Plan.Name).SequenceEqual(charges)
            && steps.All(step => step.Amount != 0m || step.Kind == BillStepKind.Usage);
    }

    // An invoice of the first period has the same steps, in addition to rounding lines.
    [Property]
    public bool AnInvoiceHasTheStepsOfTheBill(PricingUsage given)
    {
        var account = new BillingAccount
        {
            Customer = "Acme",
            Plan = given.Plan with { DayCount = DayCount.ActualActual },
            Currency = Currency.Usd,
            ContractStart = new(2027, 1, 1),
        };
        Invoice invoice = InvoiceCalculator.Next(
            account, account.NextPeriod(), given.Plan.Meters.Zip(given.Quantities, MeterUsage.Of));
        return Digits(invoice.Lines.Select(line => line.Step!))
            .SequenceEqual(Digits(BillCalculator.Explain(given.Plan, given.Quantities.AsSpan())));

        static IEnumerable<(BillStepKind, string, decimal, string)> Digits(IEnumerable<BillStep> steps) => steps
            .Where(step => Math.Abs(step.Amount) > 1e-14m || step.Kind == BillStepKind.Usage)
            .Select(step => (step.Kind, step.Item, step.Amount, (step with { BilledDays = null }).Explanation));
    }

    [Property]
    public bool StepsReadTheSameInEveryCulture(PricingUsage given)
    {
        ValueList<BillStep> steps = BillCalculator.Explain(given.Plan, given.Quantities.AsSpan());
        string text = string.Join('\n', steps);
        return Culture.Names.All(culture => Culture.In(culture, () => string.Join('\n', steps)) == text);
    }

    [Fact]
    public void StepsAreEqualByValue()
    {
        Assert.Equal(
            BillCalculator.Explain(Team, 171_234m), BillCalculator.Explain(Team, new List<decimal> { 171_234m }));
        Assert.NotEqual(BillCalculator.Explain(Team, 171_234m), BillCalculator.Explain(Team, 171_235m));
    }

    [Fact]
    public void StepsRefuseTheSameAsAmounts()
    {
        Refusal.By<ArgumentException>("quantities", () => BillCalculator.Explain(Team));
        Refusal.With("quantities was -1; zero or more is expected.", () => BillCalculator.Explain(Team, -1m));
        Refusal.By<ArgumentNullException>("plan", () => BillCalculator.Explain(null!, 1m));
        Refusal.By<ArgumentException>("plan", () => BillCalculator.Explain(
            Team with { Protection = new OverageProtection { Cap = BillCap.At(1m) } }, 1m));
    }

    private static bool IsRising(IEnumerable<int> kinds) => kinds.Zip(kinds.Skip(1)).All(
        pair => pair.First <= pair.Second);
}
