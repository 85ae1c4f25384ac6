using FsCheck.Xunit;
using RevenueModel.Compensation;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Oracles.Compensation;

namespace RevenueModel.Tests.Compensation;

[Properties(MaxTest = 300)]
public class CommissionCalculatorProperties
{
    [Property]
    public bool PayIsTargetPayTimesTheCurveOverAttainment(ComponentTerms terms, Attainment attainment)
    {
        decimal pay = CommissionCalculator.Amount(terms, terms.Target!.Value * attainment);
        ExactFraction exact = ExactFraction.Of(terms.TargetPay!.Value) * CurveOracle.Payout(terms.Curve!, attainment);
        if (exact > ExactFraction.Of(terms.AmountCap ?? decimal.MaxValue))
        {
            return pay == terms.AmountCap;
        }

        return CurveOracle.Agrees(terms.Curve!, pay, exact);
    }

    [Property]
    public bool ReachingTheTargetToTheCentReachesItsTier(RisingCurve rising, Cents credits)
    {
        // A third of the target has no decimal expansion; three of them are the target all the same.
        decimal third = Math.Abs(credits) + 0.01m;
        var terms = ComponentTerms.Of(third * 3m, 1m, rising.Curve);
        decimal pay = CommissionCalculator.Amount(terms, third + third + third);
        return CurveOracle.Agrees(rising.Curve, pay, CurveOracle.Payout(rising.Curve, 1m));
    }

    [Property]
    public bool MoreCreditNeverPaysLessUnderARisingCurve(RisingCurve rising, Cents one, Cents other, Cents pay)
    {
        var terms = ComponentTerms.Of(1_000m, Math.Abs(pay), rising.Curve);
        return CommissionCalculator.Amount(terms, Math.Min(one, other))
            <= CommissionCalculator.Amount(terms, Math.Max(one, other));
    }

    [Property]
    public bool PayOfCreditsSumsToThePayOfTheirSum(ComponentTerms terms, Cents[] credits, RoundingPolicy policy)
    {
        decimal[] amounts = [.. credits.Select(credit => credit.Amount)];
        decimal whole = Pay(terms, policy, [amounts.Sum()])[0];

        // The amount that is not rounded may have rounding noise, so that rounding it here can differ by a minor unit.
        decimal unit = RoundingPolicy.ToDigits(policy.Digits, RoundingRule.Up).Round(1e-28m);
        decimal error = Math.Abs(whole - CommissionCalculator.AmountOfNext(terms, 0m, amounts.Sum()));
        return Pay(terms, policy, amounts).Sum() == whole && error <= 2m * unit;
    }

    [Property]
    public bool TheOrderOfCreditsChangesNothingInTheSum(ComponentTerms terms, Cents[] credits, RoundingPolicy policy)
    {
        decimal[] amounts = [.. credits.Select(credit => credit.Amount)];
        decimal sum = Pay(terms, policy, amounts).Sum();
        return Pay(terms, policy, [.. amounts.Reverse()]).Sum() == sum
            && Pay(terms, policy, [.. amounts.Order()]).Sum() == sum;
    }

    [Property]
    public bool SplittingACreditInTwoChangesNothing(
        ComponentTerms terms,
        Cents prior,
        Cents credit,
        Cents part,
        RoundingPolicy policy)
    {
        decimal[] whole = new decimal[1];
        decimal[] parts = new decimal[2];
        decimal after = CommissionCalculator.Amounts(terms, [credit], policy, prior, whole);
        decimal afterParts = CommissionCalculator.Amounts(terms, [part, credit - part], policy, prior, parts);
        return parts.Sum() == whole[0] && after == afterParts && after == prior + credit;
    }

    [Property]
    public bool UnroundedStepsTelescope(ComponentTerms terms, Cents prior, Cents one, Cents other)
    {
        decimal steps = CommissionCalculator.AmountOfNext(terms, prior, one)
            + CommissionCalculator.AmountOfNext(terms, prior + one, other);
        return Math.Abs(steps - CommissionCalculator.AmountOfNext(terms, prior, one.Amount + other)) < 1e-9m;
    }

    [Property]
    public bool CreditsInBulkArePaidAsOneByOne(ComponentTerms terms, Cents prior, Cents[] credits)
    {
        decimal[] amounts = [.. credits.Select(credit => credit.Amount)];
        var bulk = new decimal[amounts.Length];
        CommissionCalculator.Amounts(terms, amounts, RoundingPolicy.Cents, prior, bulk);
        decimal credited = prior;
        for (int i = 0; i < amounts.Length; i++)
        {
            decimal exact = CommissionCalculator.AmountOfNext(terms, credited, amounts[i]);
            if (Math.Abs(bulk[i] - exact) > 0.01m || RoundingPolicy.Cents.Round(bulk[i]) != bulk[i])
            {
                return false;
            }

            credited += amounts[i];
        }

        return true;
    }

    [Property]
    public bool ATotalBelowZeroPaysWhatZeroPays(ComponentTerms terms, Cents credited) =>
        CommissionCalculator.Amount(terms, -Math.Abs(credited)) == CommissionCalculator.Amount(terms, 0m);

    [Property]
    public bool NoMoreThanTheAmountCapIsPaid(ComponentTerms terms, Cents credited) =>
        !(CommissionCalculator.Amount(terms, credited) > terms.AmountCap);

    private static decimal[] Pay(ComponentTerms terms, RoundingPolicy policy, decimal[] credits)
    {
        var pay = new decimal[credits.Length];
        CommissionCalculator.Amounts(terms, credits, policy, pay);
        return pay;
    }
}
