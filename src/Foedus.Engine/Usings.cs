global using Measure = Foedus.Charter.Model.Measure;
global using Truth = Foedus.Engine.Judging.Truth;
