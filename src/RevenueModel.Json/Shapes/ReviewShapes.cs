using RevenueModel.Diagnostics;

namespace RevenueModel.Json;

/// <summary>The JSON forms of reviews and their findings.</summary>
internal static class ReviewShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddEnum<CostPoolKind>();
        shapes.AddEnum<ReviewSeverity>();
        shapes.Add<ReviewFigure>(ReviewFigureForm);
        shapes.Add<CostPool>(CostPoolForm);
        shapes.Add<CostClaim>(CostClaimForm);
        shapes.Add<CostOverlap>(CostOverlapForm);
        shapes.Add<ReviewFinding>(ReviewFindingForm);
        shapes.Add<SkippedRule>(SkippedRuleForm);
        shapes.Add<DealCoverage>(DealCoverageForm);
        shapes.Add<ArchitectureReview>(ArchitectureReviewForm);
    }

    private static Func<Values<ReviewFigure>, ReviewFigure> ReviewFigureForm(RecordBuilder<ReviewFigure> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var value = record.Required("value", static x => x.Value);
        var unit = record.Optional("unit", static x => x.Unit);
        return values => ReviewFigure.Of(values.Get(name), values.Get(value), values.Get(unit));
    }

    private static Func<Values<CostPool>, CostPool> CostPoolForm(RecordBuilder<CostPool> record)
    {
        var kind = record.Required("kind", static x => x.Kind);
        var subject = record.Required("subject", static x => x.Subject, Forms.Name);
        return values => CostPool.Of(values.Get(kind), values.Get(subject));
    }

    private static Func<Values<CostClaim>, CostClaim> CostClaimForm(RecordBuilder<CostClaim> record)
    {
        var pool = record.Required("pool", static x => x.Pool);
        var baseName = record.Required("baseName", static x => x.BaseName, Forms.Name);
        var baseAmount = record.Required("base", static x => x.Base, Forms.NotNegative);
        var share = record.Required("share", static x => x.Share, Forms.ShareBand);
        var shareName = record.Optional("shareName", static x => x.ShareName, Forms.Name!);
        return values => new CostClaim
        {
            Pool = values.Get(pool),
            BaseName = values.Get(baseName),
            Base = values.Get(baseAmount),
            Share = values.Get(share),
            ShareName = values.Get(shareName),
        };
    }

    private static Func<Values<CostOverlap>, CostOverlap> CostOverlapForm(RecordBuilder<CostOverlap> record)
    {
        var pool = record.Required("pool", static x => x.Pool);
        var rules = record.Required("rules", static x => x.Rules);
        var counted = record.Required("counted", static x => x.Counted, Forms.AmountBand);
        var sum = record.Required("sum", static x => x.Sum, Forms.AmountBand);
        return values => new CostOverlap
        {
            Pool = values.Get(pool),
            Rules = values.Get(rules),
            Counted = values.Get(counted),
            Sum = values.Get(sum),
        };
    }

    private static Func<Values<ReviewFinding>, ReviewFinding> ReviewFindingForm(RecordBuilder<ReviewFinding> record)
    {
        var rule = record.Required("rule", static x => x.Rule, Forms.Name);
        var title = record.Required("title", static x => x.Title, Forms.Name);
        var subject = record.Required("subject", static x => x.Subject, Forms.Name);
        var severity = record.Required("severity", static x => x.Severity);
        var evidence = record.Optional("evidence", static x => x.Evidence);
        var costs = record.Optional("costs", static x => x.Costs);
        var noCostReason = record.Optional("noCostReason", static x => x.NoCostReason, Forms.Name!);
        var remedy = record.Required("remedy", static x => x.Remedy, Forms.Name);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new ReviewFinding
        {
            Rule = values.Get(rule),
            Title = values.Get(title),
            Subject = values.Get(subject),
            Severity = values.Get(severity),
            Evidence = values.Get(evidence),
            Costs = values.Get(costs),
            NoCostReason = values.Get(noCostReason),
            Remedy = values.Get(remedy),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<SkippedRule>, SkippedRule> SkippedRuleForm(RecordBuilder<SkippedRule> record)
    {
        var rule = record.Required("rule", static x => x.Rule, Forms.Name);
        var reason = record.Required("reason", static x => x.Reason, Forms.Name);
        return values => new SkippedRule
        {
            Rule = values.Get(rule),
            Reason = values.Get(reason),
        };
    }

    private static Func<Values<DealCoverage>, DealCoverage> DealCoverageForm(RecordBuilder<DealCoverage> record)
    {
        var count = record.Optional("count", static x => x.Count, Forms.Long(0));
        var closedInWindow = record.Optional("closedInWindow", static x => x.ClosedInWindow, Forms.Long(0));
        var withoutSegment = record.Optional("withoutSegment", static x => x.WithoutSegment, Forms.Long(0));
        var withoutAmount = record.Optional("withoutAmount", static x => x.WithoutAmount, Forms.Long(0));
        var closedWithoutDay = record.Optional("closedWithoutDay", static x => x.ClosedWithoutDay, Forms.Long(0));
        return values => new DealCoverage
        {
            Count = values.Get(count),
            ClosedInWindow = values.Get(closedInWindow),
            WithoutSegment = values.Get(withoutSegment),
            WithoutAmount = values.Get(withoutAmount),
            ClosedWithoutDay = values.Get(closedWithoutDay),
        };
    }

    private static Func<Values<ArchitectureReview>, ArchitectureReview> ArchitectureReviewForm(
        RecordBuilder<ArchitectureReview> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var asOf = record.Required("asOf", static x => x.AsOf);
        var findings = record.Required("findings", static x => x.Findings);
        var evaluatedRules = record.Optional("evaluatedRules", static x => x.EvaluatedRules);
        var skippedRules = record.Optional("skippedRules", static x => x.SkippedRules);
        var deals = record.Optional("deals", static x => x.Deals, fallback: new DealCoverage());
        return values => new ArchitectureReview
        {
            Name = values.Get(name),
            AsOf = values.Get(asOf),
            Findings = values.Get(findings),
            EvaluatedRules = values.Get(evaluatedRules),
            SkippedRules = values.Get(skippedRules),
            Deals = values.Get(deals),
        };
    }
}
