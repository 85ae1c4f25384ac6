using System.Text.Json.Serialization;
using RevenueModel.Architectures;
using RevenueModel.Billing;
using RevenueModel.Compensation;
using RevenueModel.Expansion;
using RevenueModel.Forecasting;
using RevenueModel.Packaging;
using RevenueModel.Pipeline;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Segments;

namespace RevenueModel.Json;

/// <summary>A source-generated context of System.Text.Json for the records that apps store and send, for use without
/// reflection (Native AOT).</summary>
/// <remarks>It can be combined with a context of your own by <c>JsonTypeInfoResolver.Combine</c>.</remarks>
[JsonSourceGenerationOptions(Converters = [typeof(RevenueModelConverterFactory)])]
[JsonSerializable(typeof(RevenueArchitecture))]
[JsonSerializable(typeof(Segmentation))]
[JsonSerializable(typeof(SalesProcess))]
[JsonSerializable(typeof(Opportunity))]
[JsonSerializable(typeof(ValueList<Opportunity>))]
[JsonSerializable(typeof(Subscription))]
[JsonSerializable(typeof(ValueList<Subscription>))]
[JsonSerializable(typeof(AccountMonth))]
[JsonSerializable(typeof(ValueList<AccountMonth>))]
[JsonSerializable(typeof(RevenueRules))]
[JsonSerializable(typeof(RetentionOptions))]
[JsonSerializable(typeof(RetentionAnalysis))]
[JsonSerializable(typeof(ArrBridge))]
[JsonSerializable(typeof(ValueList<ArrBridge>))]
[JsonSerializable(typeof(RetentionTotals))]
[JsonSerializable(typeof(ValueList<RetentionTotals>))]
[JsonSerializable(typeof(CohortTriangle))]
[JsonSerializable(typeof(ExpansionCurve))]
[JsonSerializable(typeof(ExpansionFit))]
[JsonSerializable(typeof(CohortProjection))]
[JsonSerializable(typeof(ValueList<InstalledCohort>))]
[JsonSerializable(typeof(AccountVolumes))]
[JsonSerializable(typeof(ValueList<AccountVolumes>))]
[JsonSerializable(typeof(AccountGrowthWatch))]
[JsonSerializable(typeof(SiteEstate))]
[JsonSerializable(typeof(ValueList<SiteEstate>))]
[JsonSerializable(typeof(WeightedForecast))]
[JsonSerializable(typeof(PricePlan))]
[JsonSerializable(typeof(ValueList<PricePlan>))]
[JsonSerializable(typeof(UsageHistory))]
[JsonSerializable(typeof(BillingAccount))]
[JsonSerializable(typeof(Invoice))]
[JsonSerializable(typeof(ValueList<Invoice>))]
[JsonSerializable(typeof(CreditNote))]
[JsonSerializable(typeof(BillComparison))]
[JsonSerializable(typeof(TierLadder))]
[JsonSerializable(typeof(CompPlan))]
[JsonSerializable(typeof(ValueList<CompPlan>))]
[JsonSerializable(typeof(CompLedger))]
[JsonSerializable(typeof(ValueList<CompLedger>))]
[JsonSerializable(typeof(CompStatement))]
[JsonSerializable(typeof(ValueList<CompStatement>))]
public sealed partial class RevenueModelJsonContext : JsonSerializerContext;
