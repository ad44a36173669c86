export * from '../../dev/samples/kit';
