using NodaTime;
using NodaTime.Text;
using RevenueModel.Architectures;
using RevenueModel.Billing;
using RevenueModel.Compensation;
using RevenueModel.Compensation.Analysis;
using RevenueModel.Expansion;
using RevenueModel.Forecasting;
using RevenueModel.Packaging;
using RevenueModel.Pipeline;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Segments;
using RevenueModel.Statistics;

namespace RevenueModel.Json;

/// <summary>The JSON forms of all types of the library.</summary>
internal static class AllShapes
{
    private const string Day = "(0[1-9]|[12][0-9]|3[01])";
    private const string Month = "(0[1-9]|1[0-2])";

    /// <summary>Gets the table of all forms.</summary>
    public static ShapeTable Table { get; } = Create();

    private static ShapeTable Create()
    {
        var shapes = new ShapeTable();
        AddScalars(shapes);
        AddEnums(shapes);
        AddOtherEnums(shapes);
        AddRetentionEnums(shapes);
        PrimitiveShapes.AddTo(shapes);
        AddStatistics(shapes);
        SegmentShapes.AddTo(shapes);
        AddPipeline(shapes);
        SubscriptionShapes.AddTo(shapes);
        RetentionShapes.AddTo(shapes);
        LifetimeValueShapes.AddTo(shapes);
        UnitEconomicsShapes.AddTo(shapes);
        SurvivalShapes.AddTo(shapes);
        LifetimeShapes.AddTo(shapes);
        ExpansionCurveShapes.AddTo(shapes);
        ExpansionShapes.AddTo(shapes);
        SiteShapes.AddTo(shapes);
        CohortShapes.AddTo(shapes);
        UsageShapes.AddTo(shapes);
        PriceShapes.AddTo(shapes);
        PricingShapes.AddTo(shapes);
        RatingShapes.AddTo(shapes);
        BillingShapes.AddTo(shapes);
        InvoiceShapes.AddTo(shapes);
        LadderShapes.AddTo(shapes);
        PackagingShapes.AddTo(shapes);
        CompRuleShapes.AddTo(shapes);
        CompPlanShapes.AddTo(shapes);
        CompCreditShapes.AddTo(shapes);
        LineDetailShapes.AddTo(shapes);
        StatementShapes.AddTo(shapes);
        CompAnalysisShapes.AddTo(shapes);
        KpiShapes.AddTo(shapes);
        KpiDataShapes.AddTo(shapes);
        AddForecasting(shapes);
        AddOrganization(shapes);
        AddArchitectures(shapes);
        AddKeyed(shapes);
        return shapes;
    }

    private static void AddArchitectures(ShapeTable shapes)
    {
        ArchitectureShapes.AddTo(shapes);
        ConsistencyShapes.AddTo(shapes);
        ReviewShapes.AddTo(shapes);
        ReviewDataShapes.AddTo(shapes);
        ArchitectureNoteShapes.AddTo(shapes);
        ArchitectureMarketShapes.AddTo(shapes);
    }

    private static void AddPipeline(ShapeTable shapes)
    {
        PipelineShapes.AddTo(shapes);
        DealHistoryShapes.AddTo(shapes);
        RegulatoryReviewShapes.AddTo(shapes);
    }

    private static void AddStatistics(ShapeTable shapes)
    {
        CredibilityShapes.AddTo(shapes);
        RandomShapes.AddTo(shapes);
        ScoringShapes.AddTo(shapes);
    }

    private static void AddForecasting(ShapeTable shapes)
    {
        ForecastingShapes.AddTo(shapes);
        TimingShapes.AddTo(shapes);
        StageChainShapes.AddTo(shapes);
        DistributionShapes.AddTo(shapes);
        BacktestShapes.AddTo(shapes);
    }

    private static void AddOrganization(ShapeTable shapes)
    {
        OrganizationShapes.AddTo(shapes);
        BuyingShapes.AddTo(shapes);
        PartnerShapes.AddTo(shapes);
        AttributionShapes.AddTo(shapes);
        CadenceShapes.AddTo(shapes);
        QuotaShapes.AddTo(shapes);
    }

    private static void AddScalars(ShapeTable shapes)
    {
        shapes.Add(new TextShape());
        shapes.AddValue(new FlagShape());
        shapes.AddValue(new DecimalShape());
        shapes.AddValue(new DoubleShape());
        shapes.AddValue(Forms.Whole(int.MinValue));
        shapes.AddValue(Forms.Long(long.MinValue));
        shapes.AddValue(new Int128Shape());
        shapes.AddLists<decimal>();
        shapes.AddValue(new IsoShape<LocalDate>(
            LocalDatePattern.Iso,
            "a date such as \"2027-03-31\"",
            $"^[0-9]{{4}}-{Month}-{Day}$",
            static date => date.Calendar == CalendarSystem.Iso));
        shapes.AddValue(new IsoShape<YearMonth>(
            YearMonthPattern.Iso,
            "a month such as \"2027-03\"",
            $"^[0-9]{{4}}-{Month}$",
            static month => month.Calendar == CalendarSystem.Iso));
        shapes.AddBand(shapes.Find<decimal>());
        shapes.AddBand(shapes.Find<int>());
        shapes.AddBand(shapes.Find<long>());
        shapes.AddBand(shapes.Find<double>());
    }

    private static void AddEnums(ShapeTable shapes)
    {
        shapes.AddEnum<AbsenceQuota>();
        shapes.AddEnum<AmountSource>();
        shapes.AddEnum<BalanceRule>();
        shapes.AddEnum<BandPosition>();
        shapes.AddEnum<BillReference>();
        shapes.AddEnum<BillStepKind>();
        shapes.AddEnum<BillingUnit>();
        shapes.AddEnum<CommitmentPeriod>();
        shapes.AddEnum<CommitmentStep>();
        shapes.AddEnum<CompEventKind>();
        shapes.AddEnum<CompPlanCheck>();
        shapes.AddEnum<ComparedPay>();
        shapes.AddEnum<CreditNoteReason>();
        shapes.AddEnum<CurveEnd>();
        shapes.AddEnum<CurveInterpolation>();
        shapes.AddEnum<DayCount>();
        shapes.AddEnum<DealMotion>();
        shapes.AddEnum<DealOutcome>();
        shapes.AddEnum<DrawEnd>();
        shapes.AddEnum<DrawKind>();
        shapes.AddEnum<DrawRecovery>();
        shapes.AddEnum<DriverEffect>();
        shapes.AddEnum<EarlyEndFee>();
        shapes.AddEnum<EarlyEndTrueUp>();
        shapes.AddEnum<EffectivePriceStatus>();
        shapes.AddEnum<ExpansionLevel>();
        shapes.AddEnum<ExpansionParameter>();
        shapes.AddEnum<ExpansionShape>();
        shapes.AddEnum<ExpansionTriggerKind>();
        shapes.AddEnum<FeeTiming>();
        shapes.AddEnum<FindingSeverity>();
        shapes.AddEnum<FitOutcome>();
        shapes.AddEnum<ForecastCategory>();
        shapes.AddEnum<GrowthStatus>();
        shapes.AddEnum<ImplementationChannel>();
    }

    private static void AddOtherEnums(ShapeTable shapes)
    {
        shapes.AddEnum<InvoiceKind>();
        shapes.AddEnum<InvoiceLineKind>();
        shapes.AddEnum<LadderRejection>();
        shapes.AddEnum<LadderWarningKind>();
        shapes.AddEnum<LeavingQuota>();
        shapes.AddEnum<MeasureKind>();
        shapes.AddEnum<MeasureUnit>();
        shapes.AddEnum<MeasurementPeriod>();
        shapes.AddEnum<NoEffectReason>();
        shapes.AddEnum<PayFact>();
        shapes.AddEnum<PayFrequency>();
        shapes.AddEnum<PayItemKind>();
        shapes.AddEnum<PaymentTrigger>();
        shapes.AddEnum<PlanChangeConvention>();
        shapes.AddEnum<Preference>();
        shapes.AddEnum<PrepaidUse>();
        shapes.AddEnum<PricedPartKind>();
        shapes.AddEnum<QuantileMethod>();
        shapes.AddEnum<QuotaContinuity>();
        shapes.AddEnum<ResidualAnchor>();
        shapes.AddEnum<ResidualBasis>();
        shapes.AddEnum<RoundingLevel>();
        shapes.AddEnum<RoundingRule>();
        shapes.AddEnum<SegmentPlacement>();
        shapes.AddEnum<SiteVelocity>();
        shapes.AddEnum<StatementLineKind>();
        shapes.AddEnum<TargetBasis>();
        shapes.AddEnum<ThresholdRule>();
        shapes.AddEnum<TierBoundary>();
        shapes.AddEnum<TierMode>();
        shapes.AddEnum<TieredPriceKind>();
        shapes.AddEnum<UnitRounding>();
        shapes.AddEnum<WindfallBasis>();
        shapes.AddEnum<ZeroUsage>();
        shapes.AddFlags<BuyerEngagement>();
        shapes.AddFlags<ClawbackCauses>();
        shapes.AddFlags<SnapshotDimensions>();
    }

    private static void AddRetentionEnums(ShapeTable shapes)
    {
        shapes.AddEnum<AcquisitionCostKind>();
        shapes.AddEnum<BridgeBasis>();
        shapes.AddEnum<ChurnDate>();
        shapes.AddEnum<DiscountTreatment>();
        shapes.AddEnum<FirstPayment>();
        shapes.AddEnum<FreePeriodTreatment>();
        shapes.AddEnum<LapseTreatment>();
        shapes.AddEnum<LifetimeValueMethod>();
        shapes.AddEnum<LogoDenominator>();
        shapes.AddEnum<PauseTreatment>();
        shapes.AddEnum<RecurringMeasure>();
        shapes.AddEnum<RecurringMixStatus>();
        shapes.AddEnum<ReportInterval>();
        shapes.AddEnum<RetentionMethod>();
        shapes.AddEnum<RetentionScope>();
        shapes.AddEnum<RevenueDimension>();
        shapes.AddEnum<SegmentConflict>();
        shapes.AddFlags<RetentionParts>();
    }

    private static void AddKeyed(ShapeTable shapes)
    {
        shapes.AddKeyed<bool?, WinRate>();
        shapes.AddKeyed<BuyerEngagement?, WinRate>();
        shapes.AddKeyed<DealMotion?, ForecastAmounts>();
        shapes.AddKeyed<ForecastCategory, ForecastAmounts>();
        shapes.AddKeyed<ForecastKey, ForecastAmounts>();
        shapes.AddKeyed<SnapshotGroup, SnapshotTotals>();
        shapes.AddKeyed<string, CloseTiming>();
        shapes.AddKeyed<string, CycleLengths>();
        shapes.AddKeyed<string, decimal>();
        shapes.AddKeyed<string, decimal?>();
        shapes.AddKeyed<string, int>();
        shapes.AddKeyed<string, DualBuyerMeasurement>();
        shapes.AddKeyed<string, ForecastAmounts>();
        shapes.AddKeyed<string, RegulatoryPipeline>();
        shapes.AddKeyed<string, SalesVelocity>();
        shapes.AddKeyed<string, Slippage>();
        shapes.AddKeyed<string, StaleDeals>();
        shapes.AddKeyed<string, string>();
        shapes.AddKeyed<string, WinRate>();
        shapes.AddKeyed<YearMonth?, ForecastAmounts>();
        shapes.AddKeyed<YearQuarter?, CategoryRollup>();
        shapes.AddKeyed<YearQuarter?, ForecastAmounts>();
    }
}
