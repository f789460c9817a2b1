using System.Reflection;
using Foedus.Engine.Records;

namespace Foedus.Engine.Tests.Laws;

/// <summary>Facts are told apart by the number of their relation.</summary>
public class RelationLawTests
{
    [Fact]
    public void Every_relation_has_a_number_of_its_own()
    {
        var relations = typeof(Relations).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral && field.FieldType == typeof(int))
            .Select(field => (field.Name, Number: (int)field.GetRawConstantValue()!));
        var shared = relations.GroupBy(relation => relation.Number).Where(same => same.Count() > 1)
            .Select(same => string.Join(" and ", same.Select(relation => relation.Name)));
        Assert.Empty(shared);
    }
}
